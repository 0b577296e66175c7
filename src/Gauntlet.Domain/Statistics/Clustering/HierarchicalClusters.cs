namespace Gauntlet.Domain.Statistics.Clustering;

/// <summary>A tree of clusters, grown by joining the two nearest until one is left.</summary>
/// <remarks>Distances to a joined cluster by the recurrences of Lance and Williams (1967). Ties go to the lower numbers.</remarks>
public sealed class HierarchicalClusters
{
    private readonly int _leaves;

    private HierarchicalClusters(int leaves, IReadOnlyList<ClusterMerge> merges) => (_leaves, Merges) = (leaves, merges);

    /// <summary>The joins in order of distance; the k-th makes cluster number (leaves + k).</summary>
    public IReadOnlyList<ClusterMerge> Merges { get; }

    /// <param name="distances">Symmetric, zero diagonal, finite; at least one row.</param>
    /// <param name="linkage">How far apart two clusters are.</param>
    public static HierarchicalClusters Of(IReadOnlyList<double[]> distances, Linkage linkage)
    {
        var n = distances.Count;
        var d = distances.Select(row => row.ToArray()).ToArray();
        var (sizes, ids) = (Enumerable.Repeat(1, n).ToArray(), Enumerable.Range(0, n).ToArray());
        var active = Enumerable.Range(0, n).ToList();
        var nearest = active.Select(i => NearestTo(d, active, i)).ToArray();
        var merges = new List<ClusterMerge>(Math.Max(0, n - 1));
        while (active.Count > 1)
        {
            var i = active.Where(row => nearest[row] >= 0).MinBy(row => d[row][nearest[row]]);
            var j = nearest[i];
            var distance = d[i][j];
            merges.Add(new(Math.Min(ids[i], ids[j]), Math.Max(ids[i], ids[j]), distance, sizes[i] + sizes[j]));
            active.Remove(j);
            foreach (var k in active)
            {
                if (k != i) d[i][k] = d[k][i] = Joined(linkage, d[i][k], d[j][k], distance, sizes[i], sizes[j], sizes[k]);
            }

            (sizes[i], ids[i]) = (sizes[i] + sizes[j], n + merges.Count - 1);
            foreach (var k in active)
            {
                if (k <= i || nearest[k] == i || nearest[k] == j || (k < i && d[k][i] < d[k][nearest[k]])) nearest[k] = NearestTo(d, active, k);
            }
        }

        return new(n, merges);
    }

    /// <summary>Leaves from left to right: of each join the cluster with the lower number first.</summary>
    public IReadOnlyList<int> LeafOrder()
    {
        var order = new List<int>(_leaves);
        var open = new Stack<int>();
        open.Push(_leaves + Merges.Count - 1);
        while (open.TryPop(out var cluster))
        {
            if (cluster < _leaves)
            {
                order.Add(cluster);
                continue;
            }

            open.Push(Merges[cluster - _leaves].Second);
            open.Push(Merges[cluster - _leaves].First);
        }

        return order;
    }

    /// <summary>Number of clusters that are left when only those at most a distance apart are joined.</summary>
    /// <param name="distance">The largest distance.</param>
    public int CountWithin(double distance) => _leaves - Merges.Count(merge => merge.Distance <= distance);

    // Only among later rows, so that every pair is looked after by its first.
    private static int NearestTo(double[][] d, List<int> active, int row)
    {
        var best = -1;
        foreach (var other in active)
        {
            if (other > row && (best < 0 || d[row][other] < d[row][best])) best = other;
        }

        return best;
    }

    private static double Joined(Linkage linkage, double first, double second, double between, int a, int b, int c) => linkage switch
    {
        Linkage.Single => Math.Min(first, second),
        Linkage.Complete => Math.Max(first, second),
        Linkage.Average => ((a * first) + (b * second)) / (a + b),
        _ => Math.Sqrt((((a + c) * first * first) + ((b + c) * second * second) - (c * between * between)) / (a + b + c)),
    };
}
