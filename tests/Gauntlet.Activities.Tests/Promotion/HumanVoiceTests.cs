using Gauntlet.Activities.Promotion;
using Gauntlet.Contracts.Promotion;

namespace Gauntlet.Activities.Tests.Promotion;

public class HumanVoiceTests
{
    private static readonly PromotionDecision Promoted = new(true, "A", ["All gates passed."]);
    private static readonly PromotionDecision Refused = new(false, "D", ["Gate3 failed."]);

    [Fact]
    public void Add_NobodyAsked_ChangesNothing() => HumanVoice.Add(Promoted, null).ShouldBe(Promoted);

    [Fact]
    public void Add_Approved_IsPromotedAndSaysByWhom()
    {
        var decision = HumanVoice.Add(Promoted, new(true, "ann", "looks fine"));
        decision.Promoted.ShouldBeTrue();
        decision.Reasons.ShouldBe(["All gates passed.", "ann approved: looks fine"]);
    }

    [Fact]
    public void Add_Rejected_IsNotPromoted()
    {
        var decision = HumanVoice.Add(Promoted, new(false, "ann", "too crowded"));
        decision.Promoted.ShouldBeFalse();
        decision.Grade.ShouldBe("A");
        decision.Reasons.ShouldBe(["ann rejected: too crowded"]);
    }

    [Fact]
    public void Add_ApprovedAgainstTheGates_StaysRefused() => HumanVoice.Add(Refused, new(true, "ann", "I like it")).Promoted.ShouldBeFalse();
}
