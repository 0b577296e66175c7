namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Jensen's alpha: the return that a benchmark and <see cref="Beta"/> do not explain.</summary>
/// <remarks>Jensen (1968): mean of (r − rf) − beta (b − rf) a period.</remarks>
public static class Alpha
{
    /// <summary>A period, not annualised.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <param name="riskFree">Risk-free return a period. Default 0.</param>
    /// <returns>NaN where <see cref="Beta"/> is.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double PerPeriod(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double riskFree = 0) =>
        Moments.Of(returns).Mean - riskFree - (Beta.Of(returns, benchmark) * (Moments.Of(benchmark).Mean - riskFree));

    /// <summary>Compounded over a year: (1 + alpha a period)^(periods a year) − 1.</summary>
    /// <inheritdoc cref="PerPeriod"/>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="riskFree">Risk-free return a period. Default 0.</param>
    public static double Annual(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear, double riskFree = 0) =>
        Math.Pow(1 + PerPeriod(returns, benchmark, riskFree), periodsPerYear) - 1;

    /// <summary>Times the periods of a year, not compounded.</summary>
    /// <inheritdoc cref="PerPeriod"/>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <param name="riskFree">Risk-free return a period. Default 0.</param>
    public static double AnnualArithmetic(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear, double riskFree = 0) =>
        PerPeriod(returns, benchmark, riskFree) * periodsPerYear;
}
