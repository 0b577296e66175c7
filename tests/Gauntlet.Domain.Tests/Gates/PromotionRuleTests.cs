using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Tests.Gates;

public class PromotionRuleTests
{
    private static readonly GatePolicy Rigorous = GatePolicies.Find("rigorous@1");

    [Fact]
    public void Decide_AllPassed_EntersTheShadowStage()
    {
        var decision = PromotionRule.Decide(Rigorous, [Verdict(Gate.Gate1), Verdict(Gate.Gate2), Verdict(Gate.Gate3, grade: "B")]);
        decision.Promoted.ShouldBeTrue();
        decision.Grade.ShouldBe("B");
        decision.Reasons.ShouldHaveSingleItem().ShouldContain("shadow stage");
    }

    [Fact]
    public void Decide_Rejection_CarriesItsReasonsAndWhatWasNotReached()
    {
        var decision = PromotionRule.Decide(Rigorous, [Verdict(Gate.Gate1, new Rejected(["minimum-trades is 3"]))]);
        decision.Promoted.ShouldBeFalse();
        decision.Reasons.ShouldBe(["Gate1: minimum-trades is 3.", "Gate2 was not reached.", "Gate3 was not reached."]);
    }

    [Fact]
    public void Decide_SkippedGate_IsNoPass() =>
        PromotionRule.Decide(Rigorous, [Verdict(Gate.Gate1), Verdict(Gate.Gate2, new Skipped("off")), Verdict(Gate.Gate3, grade: "A")]).Reasons.ShouldBe(["Gate2 is required but was skipped: off"]);

    [Fact]
    public void Decide_FaultedGate_IsNoPass() =>
        PromotionRule.Decide(Rigorous, [Verdict(Gate.Gate1), Verdict(Gate.Gate2, new Faulted("boom")), Verdict(Gate.Gate3, grade: "A")]).Promoted.ShouldBeFalse();

    [Fact]
    public void Decide_GradeBelowThePolicys_IsRefused()
    {
        var strict = GatePolicies.Parse("strict", """{ "name": "strict", "version": 1, "extends": "rigorous@1", "promotion": { "minimumGrade": "a" } }""");
        PromotionRule.Decide(strict, [Verdict(Gate.Gate1, policy: strict), Verdict(Gate.Gate2, policy: strict), Verdict(Gate.Gate3, policy: strict, grade: "B")])
            .Reasons.ShouldHaveSingleItem().ShouldBe("Grade B is below A, the lowest that strict@1 promotes.");
    }

    [Fact]
    public void Decide_PolicyWithoutPaper_NeedsNone()
    {
        var quick = GatePolicies.Parse("quick", """{ "name": "quick", "version": 1, "extends": "rigorous@1", "promotion": { "requiredGates": ["gate1"] } }""");
        PromotionRule.Decide(quick, [Verdict(Gate.Gate1, policy: quick)]).Promoted.ShouldBeTrue();
    }

    [Fact]
    public void Decide_VerdictOfAnotherPolicy_IsRefused() =>
        Should.Throw<ArgumentException>(() => PromotionRule.Decide(Rigorous, [Verdict(Gate.Gate1) with { Policy = "classic@1" }])).Message.ShouldContain("classic@1");

    private static GateVerdict Verdict(Gate gate, Verdict? verdict = null, GatePolicy? policy = null, string? grade = null) =>
        new() { Gate = gate, Policy = (policy ?? Rigorous).Id, Verdict = verdict ?? new Passed(), Checks = [], Grade = grade };
}
