namespace Gauntlet.Domain.Statistics;

/// <summary>How many independent trials a number of correlated ones is worth.</summary>
/// <remarks>ρ̄ + (1 − ρ̄)·M: Bailey and López de Prado (2014), appendix 3.</remarks>
public static class EffectiveTrials
{
    /// <param name="trials">Number of trials M, at least 1.</param>
    /// <param name="meanCorrelation">Mean correlation ρ̄ between the trials' returns, in [0, 1].</param>
    /// <returns>Between 1 and M.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static double Of(int trials, double meanCorrelation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (meanCorrelation is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(meanCorrelation), meanCorrelation, "A mean correlation lies in [0, 1].");
        return meanCorrelation + ((1 - meanCorrelation) * trials);
    }
}
