using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Host.Running;

/// <summary>A run that has come to its end, and its stored evidence.</summary>
/// <param name="Outcome">Result of the workflow.</param>
/// <param name="Evidence">The stored evidence; null when this process's database does not hold it.</param>
/// <param name="Elapsed">Wall-clock time since the call.</param>
/// <param name="WorkflowId">Id of the workflow.</param>
/// <param name="RunId">Its run.</param>
internal sealed record FinishedRun(PipelineOutcome Outcome, StudyReport? Evidence, TimeSpan Elapsed, string WorkflowId, string RunId)
{
    /// <summary>Whether any candidate was promoted.</summary>
    public bool IsPromoted => Outcome.Candidates.Any(candidate => candidate.Verdict == CandidateVerdict.Promoted);

    /// <summary>Stored evidence of a candidate; null when out of reach.</summary>
    public CandidateReport? EvidenceOf(PromotionOutcome candidate) => Evidence?.Candidates.FirstOrDefault(report => report.Key == candidate.Candidate);
}
