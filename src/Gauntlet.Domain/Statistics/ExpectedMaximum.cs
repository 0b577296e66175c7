namespace Gauntlet.Domain.Statistics;

/// <summary>Expected largest of N independent standard normal values: what the best of N worthless trials looks like.</summary>
/// <remarks>(1 − γ)·Z(1 − 1/N) + γ·Z(1 − 1/(N·e)), γ Euler's constant: Bailey and López de Prado (2014), eq. 6; good from N of about 5.</remarks>
public static class ExpectedMaximum
{
    private const double EulerGamma = 0.57721566490153286;

    /// <param name="trials">Number of trials, at least 1.</param>
    /// <returns>Standard deviations above the mean. One trial has nothing to choose from: 0 (the formula itself is undefined there).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one trial, or NaN.</exception>
    public static double Of(double trials)
    {
        if (trials is not >= 1) throw new ArgumentOutOfRangeException(nameof(trials), trials, "There is at least one trial.");
        if (trials == 1) return 0;

        // The upper tail is asked for directly: 1 − 1/N rounds badly for large N.
        return -((1 - EulerGamma) * Normal.Quantile(1 / trials)) - (EulerGamma * Normal.Quantile(1 / (trials * Math.E)));
    }
}
