using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Statistics;

/// <summary>Confidence interval of a sample quantile, without assuming a distribution.</summary>
/// <remarks>Woodruff (1952): the quantiles at the ends of the interval of the share below, here Wilson's.</remarks>
public static class QuantileInterval
{
    /// <param name="values">The sample, in any order; at least one value.</param>
    /// <param name="probability">Which quantile, in [0, 1].</param>
    /// <param name="level">Confidence in (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these ranges.</exception>
    public static Interval Of(ReadOnlySpan<double> values, double probability, double level = 0.95)
    {
        var share = Wilson.Interval((int)Math.Round(probability * values.Length), values.Length, level);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new(Quantile.OfSorted(sorted, share.Low), Quantile.OfSorted(sorted, share.High), level);
    }
}
