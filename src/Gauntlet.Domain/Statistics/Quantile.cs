namespace Gauntlet.Domain.Statistics;

/// <summary>Sample quantiles by linear interpolation between order statistics.</summary>
/// <remarks>Hyndman and Fan (1996), definition 7: position (n − 1)·p, the default of R and NumPy.</remarks>
public static class Quantile
{
    /// <param name="values">The sample, in any order; left as it is.</param>
    /// <param name="probability">In [0, 1]; 0.5 is the median.</param>
    /// <returns>NaN for an empty sample or one that holds a NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Probability outside of [0, 1].</exception>
    public static double Of(ReadOnlySpan<double> values, double probability)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>Median of a sample; NaN for an empty one or one that holds a NaN.</summary>
    public static double Median(ReadOnlySpan<double> values) => Of(values, 0.5);

    /// <param name="sorted">The sample, ascending, NaN first.</param>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>NaN for an empty sample or one that holds a NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Probability outside of [0, 1].</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (probability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        if (sorted.IsEmpty || double.IsNaN(sorted[0])) return double.NaN;

        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
