namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Share of gains.</summary>
public static class WinRate
{
    /// <summary>Gains among all values: round trips or returns.</summary>
    /// <param name="values">Profits or returns; 0 is no gain.</param>
    /// <returns>NaN for none or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> values) => Among(values, values.Length);

    /// <summary>Gains among the values that are not 0.</summary>
    /// <param name="values">Profits or returns.</param>
    /// <returns>NaN where all are 0, for none, or where one is NaN.</returns>
    public static double OfDecided(ReadOnlySpan<double> values) => Among(values, values.Length - values.Count(0));

    private static double Among(ReadOnlySpan<double> values, int count)
    {
        var wins = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) return double.NaN;
            if (value > 0) wins++;
        }

        return count == 0 ? double.NaN : (double)wins / count;
    }
}
