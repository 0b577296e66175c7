namespace Gauntlet.Domain.Statistics;

/// <summary>What inference on a Sharpe ratio needs of a return series, in a form that can be stored and judged again.</summary>
/// <param name="Periods">Number of returns.</param>
/// <param name="PeriodsPerYear">Returns a year, for annual figures.</param>
/// <param name="SharpePerPeriod">Mean over standard deviation (divisor n − 1), not annualised; null where the returns do not vary.</param>
/// <param name="Skewness">Skewness; 0 where the returns do not vary.</param>
/// <param name="Kurtosis">Raw kurtosis, normal = 3; 3 where the returns do not vary.</param>
public sealed record SharpeSample(int Periods, double PeriodsPerYear, double? SharpePerPeriod, double Skewness, double Kurtosis)
{
    /// <summary>The annualised ratio; null where the returns do not vary.</summary>
    public double? SharpePerYear => SharpePerPeriod * Math.Sqrt(PeriodsPerYear);

    /// <summary>The sample of known moments.</summary>
    public static SharpeSample Of(in Moments moments, double periodsPerYear) => moments.Variance > 0
        ? new(moments.Count, periodsPerYear, moments.Sharpe, moments.Skewness, moments.Kurtosis)
        : new(moments.Count, periodsPerYear, null, 0, 3);

    /// <summary>The sample of a return series.</summary>
    public static SharpeSample Of(ReadOnlySpan<double> returns, double periodsPerYear) => Of(Moments.Of(returns), periodsPerYear);

    internal Moments ToMoments() => new(Periods, skewness: Skewness, kurtosis: Kurtosis);
}
