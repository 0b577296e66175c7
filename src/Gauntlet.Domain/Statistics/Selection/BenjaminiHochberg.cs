namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>P-values corrected so that the expected share of false ones among the findings stays below a level.</summary>
/// <remarks>Benjamini and Hochberg (1995): the j-th smallest times n/j, made to rise. For independent or positively dependent tests.</remarks>
public static class BenjaminiHochberg
{
    /// <param name="pValues">P-values in [0, 1], in any order; may be empty.</param>
    /// <returns>Corrected ones in the same order; reject where at most the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value outside of [0, 1], or NaN.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => SortedPValues.Adjusted(pValues, (rank, n) => (double)n / rank, fromAbove: true);
}
