namespace Gauntlet.Domain.Statistics;

/// <summary>Falls of an equity curve from its highest point so far.</summary>
public static class Drawdown
{
    /// <summary>The largest fall, as a positive fraction of the highest equity before it, the start included; 0 where equity never falls.</summary>
    /// <param name="start">Equity before the first value; positive.</param>
    /// <param name="equity">The curve; a NaN in it makes the result NaN.</param>
    public static double Maximum(double start, ReadOnlySpan<double> equity)
    {
        var peak = start;
        double largest = 0;
        foreach (var value in equity)
        {
            peak = Math.Max(peak, value);
            largest = Math.Max(largest, (peak - value) / peak);
        }

        return largest;
    }
}
