using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Tests.Gates;

public class Gate3Tests
{
    private static readonly GatePolicy Rigorous = GatePolicies.Find("rigorous@1");

    [Fact]
    public void Judge_FaithfulWithinHalfOfLimits_IsAnA() => Grade(_ => Day).ShouldBe("A");

    // Limits of rigorous@1: drawdown 15 %, turnover 10 a day, bad bars 2 %; A up to half, B up to three quarters.
    [Theory]
    [InlineData(0.075, "A")]
    [InlineData(0.11, "B")]
    [InlineData(0.14, "C")]
    [InlineData(0.2, "D")]
    public void Judge_MoreDrawdown_LowersTheGrade(double drawdown, string grade) => Grade(_ => Day with { MaxDrawdownFraction = drawdown }).ShouldBe(grade);

    [Fact]
    public void Judge_TwoLimitsBroken_IsAnF() => Grade(_ => Day with { MaxDrawdownFraction = 0.2, TurnoverFraction = 11 }).ShouldBe("F");

    [Fact]
    public void Judge_PaperThatDiffersFromResimulation_IsAnF()
    {
        var verdict = Gate3.Judge(Rigorous, Evidence(7, _ => Day) with { ResimulatedEquity = [.. Enumerable.Repeat(100_000.0, 6), 100_050] });
        verdict.Grade.ShouldBe("F");
        var check = verdict.Checks.Single(c => c.Name == "fidelity");
        check.Value!.Value.ShouldBe(4.9975, 1e-3);
        check.Because.ShouldContain("day 7");
    }

    [Fact]
    public void Judge_SixDays_AreNotSeven()
    {
        var verdict = Gate3.Judge(Rigorous, Evidence(6, _ => Day));
        verdict.Verdict.ShouldBeOfType<Rejected>();
        verdict.Grade.ShouldBe("F");
    }

    [Fact]
    public void Judge_NoDayAtAll_IsRejectedWithoutNaN()
    {
        var verdict = Gate3.Judge(Rigorous, Evidence(0, _ => Day));
        verdict.Verdict.ShouldBeOfType<Rejected>();
        verdict.Checks.Count(check => check.Value is null).ShouldBe(8);
    }

    [Fact]
    public void Judge_NeverInTheMarket_ShowsNothing()
    {
        var verdict = Gate3.Judge(Rigorous, Evidence(7, _ => Day with { BarsInMarket = 0, PeakExposureFraction = 0, TurnoverFraction = 0 }));
        verdict.Grade.ShouldBe("F");
        verdict.Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldHaveSingleItem().ShouldContain("0 of 168 closes");
    }

    [Fact]
    public void Judge_StandingFeed_BreaksTheLimitOfBadBars() => Grade(_ => Day with { StaleBars = 24 }).ShouldBe("D");

    [Fact]
    public void Judge_BarsThatCameTwiceOrTooEarly_CountAsBad()
    {
        var check = Gate3.Judge(Rigorous, Evidence(7, day => day == 3 ? Day with { DuplicateBars = 2, FutureBars = 1, LateBars = 1 } : Day)).Checks.Single(c => c.Name == "bad-bars");
        check.Value!.Value.ShouldBe(4 / 168.0, 1e-12);
        check.Because.ShouldContain("2 came twice, 1 before their time");
    }

    // Half of a day's bars have to come under rigorous@1: a feed that is down for a day makes no day of it.
    [Fact]
    public void Judge_DayWithoutItsBars_DoesNotCount()
    {
        var check = Gate3.Judge(Rigorous, Evidence(7, day => day == 5 ? Day with { MissingBars = 13 } : Day)).Checks.Single(c => c.Name == "complete-days");
        (check.Value, check.Passed).ShouldBe((6.0, false));
        check.Because.ShouldContain("1 more had less than");
    }

    [Fact]
    public void Judge_CandidateThatHadToLeave_IsRejectedWithTheReason()
    {
        var verdict = Gate3.Judge(Rigorous, Evidence(3, _ => Day) with { PrunedBecause = "day 3: rank 9 of 9" });
        verdict.Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldContain(reason => reason.Contains("day 3: rank 9 of 9", StringComparison.Ordinal));
        verdict.Grade.ShouldBe("F");
    }

    [Fact]
    public void Judge_FullSizePosition_DoesNotLowerTheGrade() => Grade(_ => Day with { PeakExposureFraction = 1.05 }).ShouldBe("A");

    // By hand: √(8760/167) = 7.24; 1 + (1 + 0.5·0.03²)·(1.644854/0.03)² = 3008.5 bars, over 24 a day 125.4.
    [Fact]
    public void Judge_SevenDays_SaysWhatTheyCannotProve()
    {
        var caveat = Gate3.Judge(Rigorous, Evidence(7, _ => Day)).Caveat!;
        caveat.ShouldContain("standard error of about 7.2");
        caveat.ShouldContain("about 126 days");
    }

    // By hand: ln ratio = n·s·(s/2 − x) with n = 168, s = 0.03: at x = 0.03 it is −0.0756, at x = −0.6 it is 3.0996, whose exponential is 22.19.
    [Theory]
    [InlineData(0.03, 0.92719, true)]
    [InlineData(-0.6, 22.19, false)]
    public void Sequential_BarsAgainstTheEdge_EndItOnlyWhenTheyAreMany(double shown, double ratio, bool passes)
    {
        var evidence = Evidence(7, _ => Day);
        var check = Gate3.Judge(Rigorous, evidence with { Session = evidence.Session! with { Sample = new(168, 8760, shown, 0, 3) } }).Checks.Single(c => c.Name == "sequential-test");
        check.Value!.Value.ShouldBe(ratio, ratio * 1e-3);
        check.Passed.ShouldBe(passes);
    }

    [Fact]
    public void Sequential_BarsThatDoNotVary_SayNothing()
    {
        var evidence = Evidence(7, _ => Day);
        Gate3.Judge(Rigorous, evidence with { Session = evidence.Session! with { Sample = new(168, 8760, null, 0, 3) } }).Checks.Single(c => c.Name == "sequential-test").Value.ShouldBe(1);
    }

    [Fact]
    public void Classic_AsksForAWeekOfSuccess()
    {
        var classic = GatePolicies.Find("classic@1");
        var verdict = Gate3.Judge(classic, Evidence(7, _ => Day));
        verdict.Checks.Where(check => !check.Passed).Select(check => check.Name).ShouldBe(["minimum-trades", "win-rate", "excess-return"]);
    }

    // Wins are counted over closed round trips, so that whoever wins them all reaches 100 %.
    [Fact]
    public void WinRate_EveryRoundTripWon_IsOne()
    {
        var evidence = Evidence(7, _ => Day);
        var check = Gate3.Judge(GatePolicies.Find("classic@1"), evidence with { Session = evidence.Session! with { Trades = 25, WinningTrades = 25 } }).Checks.Single(c => c.Name == "win-rate");
        (check.Value, check.Passed).ShouldBe((1.0, true));
    }

    private static PaperDay Day { get; } = new()
    {
        Day = 1,
        Date = new(2026, 1, 1),
        Bars = 24,
        ReturnFraction = 0,
        BenchmarkFraction = 0.001,
        Equity = 100_000,
        MaxDrawdownFraction = 0.01,
        BarsInMarket = 24,
        PeakExposureFraction = 1,
        TurnoverFraction = 2,
        LateBars = 0,
        MissingBars = 0,
        StaleBars = 0,
    };

    private static string? Grade(Func<int, PaperDay> day) => Gate3.Judge(Rigorous, Evidence(7, day)).Grade;

    private static PaperEvidence Evidence(int days, Func<int, PaperDay> day) => new()
    {
        StartingCash = 100_000,
        Days = [.. Enumerable.Range(1, days).Select(i => day(i) with { Day = i })],
        ResimulatedEquity = [.. Enumerable.Repeat(100_000.0, days)],
        HoldOut = new(8000, 8760, 0.03, 0, 3),
        Session = days == 0 ? null : new(new(24 * days, 8760, 0.03, 0, 3), 12, 7),
    };
}
