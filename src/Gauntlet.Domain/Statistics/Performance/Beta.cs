namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>How much returns move with a benchmark: covariance over the benchmark's variance.</summary>
/// <remarks>Sharpe (1964).</remarks>
public static class Beta
{
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="benchmark">Those of the benchmark over the same periods.</param>
    /// <returns>NaN below two pairs, where the benchmark does not vary, or where a return is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        Paired.Require(returns, benchmark);
        var market = Moments.Of(benchmark);
        if (returns.Length < 2 || !(market.Variance > 0)) return double.NaN;

        var mean = Moments.Of(returns).Mean;
        double covariance = 0;
        for (var i = 0; i < returns.Length; i++) covariance += (returns[i] - mean) * (benchmark[i] - market.Mean);
        return covariance / (returns.Length - 1) / market.Variance;
    }
}
