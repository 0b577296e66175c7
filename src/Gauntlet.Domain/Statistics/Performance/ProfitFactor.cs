namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Sum of the gains over the sum of the losses.</summary>
public static class ProfitFactor
{
    /// <param name="values">Profits of round trips, or returns.</param>
    /// <returns>NaN where there is no loss, for none, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        double gains = 0, losses = 0;
        foreach (var value in values)
        {
            gains += Math.Max(value, 0);
            losses -= Math.Min(value, 0);
        }

        return losses > 0 ? gains / losses : double.NaN;
    }
}
