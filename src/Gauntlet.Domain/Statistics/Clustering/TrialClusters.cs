namespace Gauntlet.Domain.Statistics.Clustering;

/// <summary>How many different things a number of trials tried: those whose returns move together count as one.</summary>
/// <remarks>
/// After López de Prado and Lewis (2019): trials are clustered on the distance √(½(1 − ρ)) of their returns. Here clusters are joined by
/// average distance as long as it is no more than that of a given correlation, which needs no random start and leaves unrelated trials apart.
/// </remarks>
public static class TrialClusters
{
    /// <param name="returns">Return series of each trial, all over the same periods; at least one.</param>
    /// <param name="correlation">Correlation from which on trials are one, in (0, 1]. Default 0.5.</param>
    /// <returns>Between 1 and the number of trials. Trials whose returns do not vary are unlike any other.</returns>
    /// <exception cref="ArgumentException">No trial, unequal lengths or a correlation outside of (0, 1].</exception>
    public static int Count(IReadOnlyList<double[]> returns, double correlation = 0.5)
    {
        if (returns.Count == 0) throw new ArgumentException("There is at least one trial.", nameof(returns));
        if (returns.Any(series => series.Length != returns[0].Length)) throw new ArgumentException("All trials cover the same periods.", nameof(returns));
        if (correlation is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation from which on trials are one lies in (0, 1].");
        var units = returns.Select(Unit).ToArray();
        var distances = units.Select((a, i) => units.Select((b, j) => i == j ? 0 : Distance(a, b)).ToArray()).ToArray();
        return HierarchicalClusters.Of(distances, Linkage.Average).CountWithin(Math.Sqrt((0.5 * (1 - correlation)) + 1e-12));
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(Math.Max(0, 0.5 * (1 - MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(a).DotProduct(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(b)))));

    // Deviations of length 1: their product is the correlation, and 0 where there are none.
    private static double[] Unit(double[] series)
    {
        var deviations = Autocovariance.Deviations(series);
        var length = Math.Sqrt(deviations.Sum(value => value * value));
        return length > 0 ? [.. deviations.Select(value => value / length)] : deviations;
    }
}
