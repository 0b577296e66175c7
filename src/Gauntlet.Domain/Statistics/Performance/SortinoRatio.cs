namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Sortino's ratio: mean return above a target over the downside deviation from it.</summary>
/// <remarks>Sortino and Price (1994). The deviation's mean is over all returns, not only the losing ones.</remarks>
public static class SortinoRatio
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="target">Return a period that is asked for. Default 0.</param>
    /// <returns>Ratio a period times √(periods a year); NaN below two returns, where none lacks anything, or where one is NaN.</returns>
    public static double Annual(ReadOnlySpan<double> returns, double periodsPerYear, double target = 0)
    {
        if (returns.Length < 2) return double.NaN;
        var deviation = DownsideDeviation.PerPeriod(returns, target);
        return deviation > 0 ? (Moments.Of(returns).Mean - target) / deviation * Math.Sqrt(periodsPerYear) : double.NaN;
    }
}
