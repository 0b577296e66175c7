namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Mean gain over mean loss.</summary>
public static class PayoffRatio
{
    /// <param name="values">Profits of round trips, or returns.</param>
    /// <returns>NaN without a gain or without a loss, or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        double gains = 0, losses = 0;
        int wins = 0, defeats = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) return double.NaN;
            if (value > 0) (gains, wins) = (gains + value, wins + 1);
            if (value < 0) (losses, defeats) = (losses - value, defeats + 1);
        }

        return wins > 0 && defeats > 0 ? gains / wins / (losses / defeats) : double.NaN;
    }
}
