using Gauntlet.Domain.Statistics.Clustering;
using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>A long-only portfolio that splits risk down a tree of alike assets; needs no inverse of the covariance matrix.</summary>
/// <remarks>
/// López de Prado (2016): order the assets by a cluster tree, halve the list again and again, share weight between halves by the variance
/// that inverse-variance weights would give each. His tree is grown on distances between columns of the distance matrix; many packages use
/// the distances √(½(1 − ρ)) themselves, which is the default here.
/// </remarks>
public static class HierarchicalRiskParity
{
    /// <param name="covariance">Covariances of the assets' returns.</param>
    /// <param name="linkage">How far apart two clusters are. Default single.</param>
    /// <param name="distancesOfDistances">Whether the tree is grown on distances between columns of the distance matrix. Default false.</param>
    /// <returns>Positive weights that sum to 1, in the order of the assets.</returns>
    public static double[] Of(Covariance covariance, Linkage linkage = Linkage.Single, bool distancesOfDistances = false)
    {
        var weights = new double[covariance.Assets];
        Array.Fill(weights, 1);
        Share(covariance, LeafOrder(covariance, linkage, distancesOfDistances), weights);
        return weights;
    }

    /// <summary>Assets as the tree orders them.</summary>
    internal static int[] LeafOrder(Covariance covariance, Linkage linkage, bool distancesOfDistances)
    {
        var n = covariance.Assets;
        var distances = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j =>
            i == j ? 0 : Math.Sqrt(Math.Max(0, (1 - (covariance[i, j] / Math.Sqrt(covariance[i, i] * covariance[j, j]))) / 2))).ToArray()).ToArray();
        if (distancesOfDistances) distances = [.. distances.Select(a => distances.Select(b => MathNet.Numerics.Distance.Euclidean(a, b)).ToArray())];
        return [.. HierarchicalClusters.Of(distances, linkage).LeafOrder()];
    }

    private static void Share(Covariance covariance, ReadOnlySpan<int> assets, double[] weights)
    {
        if (assets.Length < 2) return;
        var left = assets[..(assets.Length / 2)];
        var right = assets[(assets.Length / 2)..];
        var (a, b) = (ClusterVariance(covariance, left), ClusterVariance(covariance, right));
        foreach (var asset in left) weights[asset] *= b / (a + b);
        foreach (var asset in right) weights[asset] *= a / (a + b);
        Share(covariance, left, weights);
        Share(covariance, right, weights);
    }

    private static double ClusterVariance(Covariance covariance, ReadOnlySpan<int> assets)
    {
        var members = assets.ToArray();
        var inverse = Vector<double>.Build.Dense(members.Length, i => 1 / covariance[members[i], members[i]]);
        var weights = inverse / inverse.Sum();
        double variance = 0;
        for (var i = 0; i < members.Length; i++)
            for (var j = 0; j < members.Length; j++) variance += weights[i] * weights[j] * covariance[members[i], members[j]];
        return variance;
    }
}
