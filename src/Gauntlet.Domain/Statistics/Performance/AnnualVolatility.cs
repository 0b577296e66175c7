namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Standard deviation of returns (divisor n − 1) times √(periods a year), as a fraction.</summary>
public static class AnnualVolatility
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>0 where all are equal; NaN below two or where one is NaN.</returns>
    public static double Of(ReadOnlySpan<double> returns, double periodsPerYear) => Moments.Of(returns).StandardDeviation * Math.Sqrt(periodsPerYear);
}
