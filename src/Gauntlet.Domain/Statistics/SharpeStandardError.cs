namespace Gauntlet.Domain.Statistics;

/// <summary>Standard error of a sample Sharpe ratio whose returns need not be normal.</summary>
/// <remarks>
/// √[(1 − γ₃·SR + (γ₄ − 1)/4·SR²)/(n − 1)] with raw kurtosis γ₄ (normal = 3): Bailey and López de Prado (2012), after Mertens (2002).
/// The ratio is per period, never annualised; observations are taken as independent.
/// </remarks>
public static class SharpeStandardError
{
    /// <param name="sharpe">Sample Sharpe ratio per period.</param>
    /// <param name="moments">Moments of the same returns; at least two observations.</param>
    /// <returns>A positive number; NaN when the returns do not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two observations.</exception>
    public static double Of(double sharpe, in Moments moments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moments.Count, 2);
        return Math.Sqrt(VarianceFactor(sharpe, moments) / (moments.Count - 1));
    }

    // Positive for every real sample, since γ₄ ≥ 1 + γ₃²; NaN where the moments are undefined.
    internal static double VarianceFactor(double sharpe, in Moments moments) =>
        1 - (moments.Skewness * sharpe) + ((moments.Kurtosis - 1) / 4 * sharpe * sharpe);
}
