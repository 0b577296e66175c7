using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Tests.Randomness;

public class SeededRandomTests
{
    private const int Draws = 200_000;

    [Fact]
    public void SameSeedAndStream_SameSequence()
    {
        var (left, right) = (new SeededRandom(7, 3), new SeededRandom(7, 3));
        for (var i = 0; i < 100; i++) left.NextUInt64().ShouldBe(right.NextUInt64());
    }

    [Fact]
    public void NeighbouringSeedsAndStreams_NeverShareAFirstNumber()
    {
        var first = from seed in Enumerable.Range(0, 50) from stream in Enumerable.Range(0, 50) select new SeededRandom((ulong)seed, (ulong)stream).NextUInt64();
        first.Distinct().Count().ShouldBe(2500);
    }

    // Mean 1/2, variance 1/12; five standard errors.
    [Fact]
    public void NextDouble_ManyDraws_AreUniform()
    {
        var random = new SeededRandom(1);
        var draws = Enumerable.Range(0, Draws).Select(_ => random.NextDouble()).ToList();
        draws.ShouldAllBe(value => value >= 0 && value < 1);
        draws.Average().ShouldBe(0.5, 5 * Math.Sqrt(1.0 / 12 / Draws));
    }

    // Moments 0, 1, 0, 3; five standard errors (1, √2, √15, √96 over √n).
    [Fact]
    public void NextNormal_ManyDraws_HaveTheMomentsOfTheNormal()
    {
        var random = new SeededRandom(2);
        var draws = Enumerable.Range(0, Draws).Select(_ => random.NextNormal()).ToList();
        var error = 5 / Math.Sqrt(Draws);
        draws.Average().ShouldBe(0, error);
        draws.Average(value => value * value).ShouldBe(1, error * Math.Sqrt(2));
        draws.Average(value => value * value * value).ShouldBe(0, error * Math.Sqrt(15));
        draws.Average(value => value * value * value * value).ShouldBe(3, error * Math.Sqrt(96));
    }

    [Fact]
    public void Next_Bound_ReachesAllAndStaysBelow()
    {
        var random = new SeededRandom(3);
        Enumerable.Range(0, 1000).Select(_ => random.Next(5)).Distinct().Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Next_BoundOfZero_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new SeededRandom(0).Next(0));
}
