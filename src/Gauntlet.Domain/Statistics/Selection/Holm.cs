namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>P-values corrected so that the chance of any false finding stays below a level, whatever their dependence.</summary>
/// <remarks>Holm (1979): the j-th smallest times (n − j + 1), made to rise. Never weaker than Bonferroni's correction.</remarks>
public static class Holm
{
    /// <param name="pValues">P-values in [0, 1], in any order; may be empty.</param>
    /// <returns>Corrected ones in the same order; reject where at most the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value outside of [0, 1], or NaN.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => SortedPValues.Adjusted(pValues, (rank, n) => n - rank + 1, fromAbove: false);
}
