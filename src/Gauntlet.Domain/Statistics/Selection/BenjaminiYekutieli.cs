namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>P-values corrected so that the expected share of false ones among the findings stays below a level, whatever their dependence.</summary>
/// <remarks>Benjamini and Yekutieli (2001): that of Benjamini and Hochberg times 1 + 1/2 + … + 1/n.</remarks>
public static class BenjaminiYekutieli
{
    /// <param name="pValues">P-values in [0, 1], in any order; may be empty.</param>
    /// <returns>Corrected ones in the same order; reject where at most the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value outside of [0, 1], or NaN.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var harmonic = Enumerable.Range(1, pValues.Length).Sum(i => 1.0 / i);
        return SortedPValues.Adjusted(pValues, (rank, n) => harmonic * n / rank, fromAbove: true);
    }
}
