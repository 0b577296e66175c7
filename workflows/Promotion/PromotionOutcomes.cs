using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Workflows.Promotion;

/// <summary>The ways in which a promotion ends.</summary>
internal static class PromotionOutcomes
{
    /// <summary>A gate refused the candidate.</summary>
    public static PromotionOutcome Rejected(TrainedCandidate candidate, Stage stage, IReadOnlyList<GateVerdict> gates, IReadOnlyList<string> reasons) =>
        Ended(candidate, CandidateVerdict.Rejected, stage, gates, reasons);

    /// <summary>An error kept the candidate from a verdict.</summary>
    public static PromotionOutcome Faulted(TrainedCandidate candidate, Stage stage, IReadOnlyList<GateVerdict> gates, string error) =>
        Ended(candidate, CandidateVerdict.Faulted, stage, gates, [error]);

    /// <summary>All gates were passed and the decision was made.</summary>
    public static PromotionOutcome Decided(TrainedCandidate candidate, IReadOnlyList<GateVerdict> gates, PromotionDecision decision) => decision.Promoted
        ? Ended(candidate, CandidateVerdict.Promoted, Stage.Shadow, gates, decision.Reasons)
        : Ended(candidate, CandidateVerdict.Rejected, Stage.Promotion, gates, decision.Reasons);

    private static PromotionOutcome Ended(TrainedCandidate candidate, CandidateVerdict verdict, Stage stage, IReadOnlyList<GateVerdict> gates, IReadOnlyList<string> reasons) => new()
    {
        Candidate = candidate.Key,
        Parameters = candidate.Parameters,
        Verdict = verdict,
        Stage = stage,
        Grade = gates.LastOrDefault(gate => gate.Grade is not null)?.Grade,
        Reasons = reasons,
        Gates = gates,
    };
}
