using Gauntlet.Contracts;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Host.Running;

/// <summary>The document of <c>run --json</c>; its names are part of the public interface.</summary>
internal sealed record RunDocument
{
    public required string Study { get; init; }

    public required string Strategy { get; init; }

    public required MarketFacts Market { get; init; }

    public required long Seed { get; init; }

    /// <summary>Policy as <c>name@version</c>.</summary>
    public required string Policy { get; init; }

    public required TrialCounts Trials { get; init; }

    /// <summary>N; null when the stored evidence is out of this process's reach.</summary>
    public required int? CentralCount { get; init; }

    /// <summary>Sampler that chose the trials; null like <see cref="CentralCount"/>.</summary>
    public required string? Sampler { get; init; }

    /// <summary>Why training ended before its last planned trial; null where it did not, and like <see cref="CentralCount"/>.</summary>
    public required string? TrainingEndedBecause { get; init; }

    public required IReadOnlyList<CandidateDocument> Candidates { get; init; }

    public required string Digest { get; init; }

    public required double ElapsedSeconds { get; init; }

    public required string WorkflowId { get; init; }

    public required string RunId { get; init; }

    /// <summary>Puts a result and the stored evidence together.</summary>
    /// <param name="run">The run.</param>
    public static RunDocument Of(FinishedRun run) => new()
    {
        Study = run.Outcome.Study,
        Strategy = run.Outcome.Strategy,
        Market = run.Outcome.Market,
        Seed = run.Outcome.Seed,
        Policy = run.Outcome.Policy,
        Trials = run.Outcome.Trials,
        CentralCount = run.Evidence?.CentralCount,
        Sampler = run.Evidence?.Plan.Sampler,
        TrainingEndedBecause = run.Evidence?.TrainingEndedBecause,
        Candidates = [.. run.Outcome.Candidates.Select(candidate => CandidateDocument.Of(candidate, run.EvidenceOf(candidate)))],
        Digest = run.Outcome.Digest,
        ElapsedSeconds = Math.Round(run.Elapsed.TotalSeconds, 3),
        WorkflowId = run.WorkflowId,
        RunId = run.RunId,
    };
}

/// <summary>A candidate in the document.</summary>
internal sealed record CandidateDocument(
    int Trial,
    string Artifact,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    CandidateVerdict Verdict,
    string? Grade,
    Stage Stage,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<GateDocument> Gates,
    IReadOnlyList<PaperDay> PaperDays)
{
    public static CandidateDocument Of(PromotionOutcome outcome, CandidateReport? evidence) => new(
        outcome.Candidate.Trial,
        outcome.Candidate.Artifact,
        outcome.Parameters,
        outcome.Verdict,
        outcome.Grade,
        outcome.Stage,
        outcome.Reasons,
        [.. outcome.Gates.Select(GateDocument.Of)],
        evidence?.PaperDays ?? []);
}

/// <summary>A gate in the document.</summary>
internal sealed record GateDocument(Gate Gate, string Verdict, string Policy, string? Grade, string? Caveat, IReadOnlyList<CheckResult> Checks)
{
    public static GateDocument Of(GateVerdict gate) =>
        new(gate.Gate, Evidence.VerdictLine.Word(gate.Verdict), gate.Policy, gate.Grade, gate.Caveat, gate.Checks);
}
