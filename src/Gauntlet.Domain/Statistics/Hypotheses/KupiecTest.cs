namespace Gauntlet.Domain.Statistics.Hypotheses;

/// <summary>Whether losses exceed a value at risk as often as they should.</summary>
/// <remarks>Kupiec (1995), proportion of failures: −2·ln[(1 − p)^(T − x)·p^x / ((1 − x/T)^(T − x)·(x/T)^x)] against chi-squared with 1 degree of freedom.</remarks>
/// <param name="Statistic">Likelihood ratio.</param>
/// <param name="PValue">Its p-value.</param>
public readonly record struct KupiecTest(double Statistic, double PValue)
{
    /// <param name="exceedances">How many losses exceeded it, from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Out of how many periods, at least 1.</param>
    /// <param name="probability">Probability that one should, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static KupiecTest Of(int exceedances, int count, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(exceedances);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exceedances, count);
        if (probability is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in (0, 1) here.");

        var statistic = -2 * (LogLikelihood(count - exceedances, exceedances, probability) - LogLikelihood(count - exceedances, exceedances, (double)exceedances / count));
        return new(statistic, Tail.ChiSquared(statistic, 1));
    }

    // 0·ln 0 is 0.
    internal static double LogLikelihood(int misses, int hits, double share) =>
        (misses == 0 ? 0 : misses * Math.Log(1 - share)) + (hits == 0 ? 0 : hits * Math.Log(share));
}
