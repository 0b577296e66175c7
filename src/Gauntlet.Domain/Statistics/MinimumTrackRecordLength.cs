namespace Gauntlet.Domain.Statistics;

/// <summary>How many periods a track record must hold before its Sharpe ratio can be said to exceed a benchmark.</summary>
/// <remarks>1 + (1 − γ₃·SR + (γ₄ − 1)/4·SR²)·(Z/(SR − SR*))²: Bailey and López de Prado (2012), eq. 13. Ratios per period; raw kurtosis.</remarks>
public static class MinimumTrackRecordLength
{
    /// <param name="sharpe">Sharpe ratio per period.</param>
    /// <param name="moments">Skewness and kurtosis of the returns; their number does not matter.</param>
    /// <param name="benchmark">Sharpe ratio to beat, per period. Default 0.</param>
    /// <param name="confidence">Probability wanted, in (0.5, 1). Default 0.95.</param>
    /// <returns>Periods, not rounded; infinity when the ratio does not exceed the benchmark: no record is ever long enough. NaN for returns that do not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Confidence outside of (0.5, 1).</exception>
    public static double Of(double sharpe, in Moments moments, double benchmark = 0, double confidence = 0.95)
    {
        if (confidence is not (> 0.5 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies in (0.5, 1).");
        if (sharpe <= benchmark) return double.PositiveInfinity;

        var distance = Normal.Quantile(confidence) / (sharpe - benchmark);
        return 1 + (SharpeStandardError.VarianceFactor(sharpe, moments) * distance * distance);
    }
}
