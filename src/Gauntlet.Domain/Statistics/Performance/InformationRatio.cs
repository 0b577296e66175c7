namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Mean of returns above a benchmark over their standard deviation (divisor n − 1).</summary>
/// <remarks>Grinold and Kahn (1999).</remarks>
public static class InformationRatio
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <returns>A period, not annualised; NaN below two pairs, where the differences do not vary, or where a return is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double PerPeriod(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark) => SharpeRatio.PerPeriod(Paired.Differences(returns, benchmark));

    /// <summary>The ratio a period times √(periods a year).</summary>
    /// <inheritdoc cref="PerPeriod"/>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    public static double Annual(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear) => PerPeriod(returns, benchmark) * Math.Sqrt(periodsPerYear);
}
