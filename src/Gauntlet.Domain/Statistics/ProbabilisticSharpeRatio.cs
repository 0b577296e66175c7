namespace Gauntlet.Domain.Statistics;

/// <summary>Probability that the true Sharpe ratio exceeds a benchmark, given sample length and the first four moments.</summary>
/// <remarks>Φ[(SR − SR*)/σ(SR)]: Bailey and López de Prado (2012), eq. 11. All ratios are per period, never annualised; kurtosis is raw (normal = 3).</remarks>
public static class ProbabilisticSharpeRatio
{
    /// <param name="sharpe">Sample Sharpe ratio per period.</param>
    /// <param name="moments">Moments of the same returns; at least two observations.</param>
    /// <param name="benchmark">Sharpe ratio to beat, per period. Default 0.</param>
    /// <returns>A probability in [0, 1]; NaN when the returns do not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two observations.</exception>
    public static double Of(double sharpe, in Moments moments, double benchmark = 0) =>
        Normal.Cdf((sharpe - benchmark) / SharpeStandardError.Of(sharpe, moments));
}
