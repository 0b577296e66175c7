namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Root mean square of what returns lack of a target; returns above it count as 0, and every return counts in the mean.</summary>
/// <remarks>Sortino and van der Meer (1991).</remarks>
public static class DownsideDeviation
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="target">Return a period that is asked for. Default 0.</param>
    /// <returns>A period, not annualised; 0 where none lacks anything; NaN for none or where one is NaN.</returns>
    public static double PerPeriod(ReadOnlySpan<double> returns, double target = 0)
    {
        if (returns.IsEmpty) return double.NaN;
        double squares = 0;
        foreach (var value in returns)
        {
            // Math.Min hands a NaN on.
            var lack = Math.Min(value - target, 0);
            squares += lack * lack;
        }

        return Math.Sqrt(squares / returns.Length);
    }

    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="target">Return a period that is asked for. Default 0.</param>
    /// <returns>The deviation a period times √(periods a year).</returns>
    public static double Annual(ReadOnlySpan<double> returns, double periodsPerYear, double target = 0) => PerPeriod(returns, target) * Math.Sqrt(periodsPerYear);
}
