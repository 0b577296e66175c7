using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Tests.Arena;

public class ArenaRankingTests
{
    private const double Cash = 100;

    private static readonly ArenaPolicy Policy = new() { Places = 20, WhenFull = ArenaOverflow.Queue, PruneFromDay = 2, PruneBehindFraction = 0.02, PruneConfidence = 0.99, KeepAtLeast = 2 };

    // By hand: log returns ln 1.01 and ln 1.03, sum ln 1.0403; s = (ln 1.03 − ln 1.01)/√2 = 0.0138653; z·s·√2 = 1.959964 · 0.0196085 = 0.0384319.
    [Fact]
    public void Of_Interval_IsTheSpreadOfTheBars()
    {
        var standing = Rank(1, (4, [101, 104.03])).Standings.ShouldHaveSingleItem();

        (standing.Rank, standing.Group).ShouldBe((1, 1));
        standing.ReturnFraction.ShouldBe(0.0403, 1e-9);
        standing.Interval!.Low.ShouldBe((1.0403 * Math.Exp(-0.0384319)) - 1, 1e-6);
        standing.Interval.High.ShouldBe((1.0403 * Math.Exp(0.0384319)) - 1, 1e-6);
    }

    [Fact]
    public void Of_DifferenceOfChance_IsNotToldApart()
    {
        var ranked = Rank(1, (1, Walk(0.002, -0.001)), (2, Walk(-0.001, 0.0021)), (3, Walk(-0.01, -0.0101)));

        ranked.Standings.Select(standing => (standing.Trial, standing.Rank, standing.Group)).ShouldBe([(2, 1, 1), (1, 2, 1), (3, 3, 2)]);
    }

    [Fact]
    public void Of_SameAccounts_ShareTheirGroupInOrderOfTrials() =>
        Rank(1, (9, Walk(0.001, 0.002)), (3, Walk(0.001, 0.002))).Standings.Select(standing => (standing.Trial, standing.Group)).ShouldBe([(3, 1), (9, 1)]);

    [Fact]
    public void Of_FarBehindTheMiddleAndToldApart_HasToLeave()
    {
        var ranked = Rank(2, (1, Walk(0.002, -0.001)), (2, Walk(-0.001, 0.0019)), (3, Walk(-0.01, -0.0101)));

        ranked.Standings.Select(standing => standing.PrunedBecause is not null).ShouldBe([false, false, true]);
        ranked.Standings[2].PrunedBecause.ShouldNotBeNull().ShouldStartWith("day 2: rank 3 of 3, ");
        ranked.Standings[2].PrunedBecause!.ShouldContain("behind candidate 2 in the middle");
    }

    [Theory]
    [InlineData(1, 2, 0.02, 0.99)]
    [InlineData(2, 3, 0.02, 0.99)]
    [InlineData(2, 2, 0.5, 0.99)]
    public void Of_TooEarlyOrTooFewOrTooNear_NobodyLeaves(int day, int keep, double behind, double confidence)
    {
        var policy = Policy with { KeepAtLeast = keep, PruneBehindFraction = behind, PruneConfidence = confidence };
        Rank(policy, day, (1, Walk(0.002, -0.001)), (2, Walk(-0.001, 0.002)), (3, Walk(-0.01, -0.0101))).Standings.ShouldAllBe(standing => standing.PrunedBecause == null);
    }

    // Behind by 4 % in the sum, but its bars swing so much that the difference may be chance.
    [Fact]
    public void Of_FarBehindButNotToldApart_Stays() =>
        Rank(2, (1, Walk(0.001, 0.001)), (2, Walk(0.001, 0.0011)), (3, Walk(-0.06, 0.056))).Standings[2].PrunedBecause.ShouldBeNull();

    [Fact]
    public void Of_AccountWithoutValue_IsLastAndFinite()
    {
        var ranked = Rank(1, (1, [50, 0, 0]), (2, [100, 101, 100]));
        ranked.Standings[1].Trial.ShouldBe(1);
        ranked.Standings[1].ReturnFraction.ShouldBe(-1, 1e-6);
        double.IsFinite(ranked.Standings[1].Interval!.Low).ShouldBeTrue();
    }

    [Fact]
    public void Of_CandidatesAtDifferentBars_AreRefused() => Should.Throw<ArgumentException>(() => Rank(1, (1, [100, 101]), (2, [100])));

    [Fact]
    public void Refuse_BeyondThePlaces_SaysHowMany() =>
        ArenaRanking.Refuse(Policy, 1, [7, 8]).Standings.ShouldAllBe(standing => standing.PrunedBecause!.Contains("20 places"));

    // Forty bars that alternate between two returns.
    private static double[] Walk(double odd, double even)
    {
        var value = Cash;
        return [.. Enumerable.Range(0, 40).Select(i => value *= 1 + (i % 2 == 0 ? odd : even))];
    }

    private static Contracts.Paper.ArenaDay Rank(int day, params (int Trial, double[] Equity)[] members) => Rank(Policy, day, members);

    private static Contracts.Paper.ArenaDay Rank(ArenaPolicy policy, int day, params (int Trial, double[] Equity)[] members) =>
        ArenaRanking.Of(policy, 1, day, Cash, members.ToDictionary(member => member.Trial, member => (IReadOnlyList<double>)member.Equity));
}
