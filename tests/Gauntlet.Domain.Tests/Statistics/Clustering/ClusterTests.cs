using Gauntlet.Domain.Statistics.Clustering;

namespace Gauntlet.Domain.Tests.Statistics.Clustering;

public class ClusterTests
{
    // Points 0, 1, 3, 7 on a line. Single linkage joins at the gaps 1, 2, 4.
    [Fact]
    public void Of_PointsOnALine_JoinsAtTheGaps()
    {
        var clusters = HierarchicalClusters.Of(Line(0, 1, 3, 7), Linkage.Single);
        clusters.Merges.ShouldBe([new(0, 1, 1, 2), new(2, 4, 2, 3), new(3, 5, 4, 4)]);
        clusters.LeafOrder().ShouldBe([3, 2, 0, 1]);
        clusters.CountWithin(2).ShouldBe(2);
    }

    // The second join: farthest 3 − 0, on average 2.5, Ward √(2·2/3)·2.5 = 2.88675 (Lance–Williams from 1, 3, 2).
    [Theory]
    [InlineData(Linkage.Complete, 3)]
    [InlineData(Linkage.Average, 2.5)]
    [InlineData(Linkage.Ward, 2.886751345948129)]
    public void Of_OtherLinkages_MeasureTheirWay(Linkage linkage, double second) => HierarchicalClusters.Of(Line(0, 1, 3, 70), linkage).Merges[1].Distance.ShouldBe(second, 1e-12);

    // Any tree by brute force: each join is the least distance between two live clusters.
    [Theory]
    [InlineData(Linkage.Single)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Average)]
    public void Of_RandomPoints_AgreesWithBruteForce(Linkage linkage)
    {
        var points = LinearCongruence.Columns(77, 40, 1, 0)[0];
        var distances = Line(points);
        var live = Enumerable.Range(0, points.Length).Select(i => new List<int> { i }).ToList();
        foreach (var merge in HierarchicalClusters.Of(distances, linkage).Merges)
        {
            var pairs = from a in live from b in live where a[0] < b[0] let gaps = a.SelectMany(i => b.Select(j => distances[i][j])).ToList()
                        select (a, b, linkage == Linkage.Single ? gaps.Min() : linkage == Linkage.Complete ? gaps.Max() : gaps.Average());
            var (first, second, distance) = pairs.MinBy(pair => pair.Item3);
            merge.Distance.ShouldBe(distance, 1e-12);
            live.Remove(second);
            first.AddRange(second);
        }
    }

    // Three ideas, ten variants each, correlated .9 within an idea.
    [Fact]
    public void Count_VariantsOfThreeIdeas_IsThree()
    {
        var columns = LinearCongruence.Columns(4242, 500, 1, new double[33]);
        var trials = Enumerable.Range(0, 30).Select(i => columns[i].Zip(columns[30 + (i / 10)], (own, idea) => (Math.Sqrt(0.1) * own) + (Math.Sqrt(0.9) * idea)).ToArray()).ToList();
        TrialClusters.Count(trials).ShouldBe(3);
    }

    [Fact]
    public void Count_UnrelatedTrials_IsTheirNumber() => TrialClusters.Count(LinearCongruence.Columns(4242, 500, 1, new double[20])).ShouldBe(20);

    [Fact]
    public void Count_CopiesOfOne_IsOne() => TrialClusters.Count([.. Enumerable.Repeat(LinearCongruence.Columns(1, 50, 1, 0)[0], 8)], 1).ShouldBe(1);

    [Fact]
    public void Count_NoTrial_IsRefused() => Should.Throw<ArgumentException>(() => TrialClusters.Count([]));

    private static double[][] Line(params double[] points) => [.. points.Select(a => points.Select(b => Math.Abs(a - b)).ToArray())];
}
