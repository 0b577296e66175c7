using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Tests.Gates;

public class Gate2Tests
{
    private static readonly GatePolicy Rigorous = GatePolicies.Find("rigorous@1");
    private static readonly RegimeCounts Counts = Rigorous.Gate2.Scenarios;

    [Fact]
    public void Judge_GoodOutcomes_Passes() => Gate2.Judge(Rigorous, Evidence(_ => Good)).Verdict.ShouldBe(new Passed());

    [Fact]
    public void Judge_OneRuinousPath_HasNoVeto() =>
        Gate2.Judge(Rigorous, Evidence(i => i == 17 ? Good with { ReturnFraction = -0.99, MaxDrawdownFraction = 0.99, Sharpe = -9 } : Good)).Verdict.ShouldBe(new Passed());

    [Fact]
    public void Classic_OneRuinousPath_HasAVeto() =>
        Gate2.Judge(GatePolicies.Find("classic@1"), Evidence(i => i == 17 ? Good with { MaxDrawdownFraction = 0.26 } : Good))
            .Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldHaveSingleItem().ShouldContain("the worst scenario falls by 26.0 %");

    [Fact]
    public void Judge_TenCatastrophes_AreTooMany()
    {
        var check = Gate2.Judge(Rigorous, Evidence(i => i % 20 == 0 ? Good with { ReturnFraction = -0.6 } : Good)).Checks.Single(c => c.Name == "catastrophic-scenarios");
        (check.Value, check.Passed).ShouldBe((0.05, false));
    }

    // Wilson interval of 80 of 200 at 95 %: statsmodels 0.15.0.
    [Fact]
    public void Judge_FortyPercentProfitable_ShowsHowSureThatIs()
    {
        var check = Gate2.Judge(Rigorous, Evidence(i => i % 5 < 2 ? Good : Good with { ReturnFraction = -0.01 })).Checks.Single(c => c.Name == "profitable-scenarios");
        check.Value.ShouldBe(0.4);
        check.Interval!.Low.ShouldBe(0.33460578566807336, 1e-9);
        check.Interval.High.ShouldBe(0.46916327960737997, 1e-9);
        check.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Judge_EdgeOfOneKindOfTimes_IsRejectedByName()
    {
        var verdict = Gate2.Judge(Rigorous, Evidence(i => Counts.RegimeOf(i) == Regime.Crisis ? Good with { ReturnFraction = -0.1 } : Good));
        verdict.Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldHaveSingleItem().ShouldContain("weakest regime is Crisis with 0 of 30");
    }

    [Fact]
    public void Judge_MissingOutcome_IsAnErrorAndNotAGoodScenario()
    {
        var evidence = Evidence(_ => Good);
        Gate2.Judge(Rigorous, evidence with { Outcomes = [.. evidence.Outcomes.Skip(1)] }).Verdict.ShouldBeOfType<Faulted>().Error.ShouldContain("1 of 200 scenarios have no outcome");
    }

    [Fact]
    public void Judge_OutcomeTwice_IsAnError()
    {
        var evidence = Evidence(_ => Good);
        Gate2.Judge(Rigorous, evidence with { Outcomes = [.. evidence.Outcomes, evidence.Outcomes[3]] }).Verdict.ShouldBeOfType<Faulted>().Error.ShouldContain("counts twice");
    }

    public static TheoryData<string, ScenarioSet> OtherSets => new()
    {
        { "another mix", Set with { Counts = Counts with { Crisis = 0 } } },
        { "model regimes@1", Set with { Model = "regimes@1" } },
        { "of 100 bars", Set with { Bars = 100 } },
        { "7 bars of warm-up", Set with { WarmUpBars = 7 } },
        { "the economy japan", Set with { Economy = Domain.Stress.Economy.SocialAccounts.Find("japan") } },
    };

    [Theory]
    [MemberData(nameof(OtherSets))]
    public void Judge_AnotherSetThanThePolicys_IsAnError(string difference, ScenarioSet set) =>
        Gate2.Judge(Rigorous, Evidence(_ => Good) with { Set = set }).Verdict.ShouldBeOfType<Faulted>().Error.ShouldContain(difference);

    private static ScenarioSet Set { get; } = new()
    {
        Model = Rigorous.Gate2.ScenarioModel,
        Seed = 1,
        Counts = Counts,
        Bars = 252,
        WarmUpBars = Rigorous.Gate2.WarmUpBars,
        Market = Stress.StressMarkets.Index,
    };

    private static ScenarioOutcome Good { get; } = new(0, Regime.Baseline, 0.1, 0.02, 1.5, 0.1, 0.3, 30);

    private static StressEvidence Evidence(Func<int, ScenarioOutcome> outcome) =>
        new(Set, [.. Enumerable.Range(0, Counts.Total).Select(i => outcome(i) with { Index = i, Regime = Counts.RegimeOf(i) })]);
}
