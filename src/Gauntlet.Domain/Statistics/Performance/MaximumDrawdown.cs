namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Largest fall of a compounded account from its highest value so far, as a positive fraction; the start counts as a high.</summary>
public static class MaximumDrawdown
{
    /// <param name="returns">Simple returns a period.</param>
    /// <returns>0 where the account never falls; NaN for no return or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty) return double.NaN;
        double value = 1, peak = 1, largest = 0;
        foreach (var one in returns)
        {
            value *= 1 + one;
            peak = Math.Max(peak, value);
            largest = Math.Max(largest, (peak - value) / peak);
        }

        return largest;
    }
}
