namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>How much of a benchmark's annual compound return is earned: in all periods, in those in which it rose, in those in which it fell.</summary>
public static class CaptureRatio
{
    /// <summary>Over all periods.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <param name="periodsPerYear">Periods a year, positive.</param>
    /// <returns>NaN without a pair, where the benchmark earned nothing, or where a return is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear)
    {
        Paired.Require(returns, benchmark);
        var market = AnnualReturn.Of(benchmark, periodsPerYear);
        return market == 0 ? double.NaN : AnnualReturn.Of(returns, periodsPerYear) / market;
    }

    /// <summary>Over the periods in which the benchmark rose.</summary>
    /// <inheritdoc cref="Of"/>
    public static double Up(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear)
    {
        var (own, market) = Paired.Where(returns, benchmark, rising: true);
        return Of(own, market, periodsPerYear);
    }

    /// <summary>Over the periods in which the benchmark fell.</summary>
    /// <inheritdoc cref="Of"/>
    public static double Down(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double periodsPerYear)
    {
        var (own, market) = Paired.Where(returns, benchmark, rising: false);
        return Of(own, market, periodsPerYear);
    }
}
