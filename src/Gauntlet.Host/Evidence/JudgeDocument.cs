using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Gates;
using Gauntlet.Host.Running;

namespace Gauntlet.Host.Evidence;

/// <summary>The document of <c>judge --json</c>; its names are part of the public interface.</summary>
/// <param name="Study">The study.</param>
/// <param name="JudgedBy">Policy that the study was judged by.</param>
/// <param name="Policy">Policy that judges now.</param>
/// <param name="Candidates">Every candidate asked for, by trial.</param>
internal sealed record JudgeDocument(string Study, string JudgedBy, string Policy, IReadOnlyList<JudgedCandidate> Candidates);

/// <summary>A candidate under both policies.</summary>
/// <param name="Trial">Its trial.</param>
/// <param name="PromotedBefore">The stored decision; null before it.</param>
/// <param name="Promoted">The decision now.</param>
/// <param name="GradeBefore">The stored grade; null where Gate 3 was not reached.</param>
/// <param name="Grade">The grade now.</param>
/// <param name="Reasons">Why, a sentence each.</param>
/// <param name="Gates">The verdicts now; a gate that was not reached has none.</param>
/// <param name="Changes">Checks with another result or limit.</param>
internal sealed record JudgedCandidate(
    int Trial,
    bool? PromotedBefore,
    bool Promoted,
    string? GradeBefore,
    string? Grade,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<GateDocument> Gates,
    IReadOnlyList<CheckChange> Changes)
{
    public static JudgedCandidate Of(CandidateReport candidate, Rejudgement now)
    {
        var before = candidate.Gates.ToDictionary(gate => gate.Gate);
        return new(
            candidate.Key.Trial,
            candidate.Decision?.Promoted,
            now.Decision.Promoted,
            candidate.Decision?.Grade,
            now.Decision.Grade,
            now.Decision.Reasons,
            [.. now.Gates.Select(GateDocument.Of)],
            [.. now.Gates.Where(gate => before.ContainsKey(gate.Gate)).SelectMany(gate => Rejudgement.Changes(before[gate.Gate], gate))]);
    }
}
