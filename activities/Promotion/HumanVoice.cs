using Gauntlet.Contracts.Promotion;

namespace Gauntlet.Activities.Promotion;

/// <summary>What a person's word changes: it can keep back what the gates let through, never let through what they keep back.</summary>
internal static class HumanVoice
{
    /// <summary>The decision with a person's word.</summary>
    /// <param name="decision">What policy and verdicts say.</param>
    /// <param name="human">What the person said; null where nobody was asked.</param>
    public static PromotionDecision Add(PromotionDecision decision, HumanDecision? human) => human switch
    {
        null => decision,
        { Approved: true } => decision with { Reasons = [.. decision.Reasons, $"{human.By} approved: {human.Note}"] },
        _ => decision with { Promoted = false, Reasons = [$"{human.By} rejected: {human.Note}", .. decision.Promoted ? [] : decision.Reasons] },
    };
}
