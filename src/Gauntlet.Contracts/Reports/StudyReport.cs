using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Contracts.Reports;

/// <summary>A study's stored evidence, read back for the command line and for pages.</summary>
public sealed record StudyReport
{
    /// <summary>The study.</summary>
    public required StudyPlan Plan { get; init; }

    /// <summary>Trials by state.</summary>
    public required TrialCounts Trials { get; init; }

    /// <summary>N: all trials ever made on the same data window.</summary>
    public required int CentralCount { get; init; }

    /// <summary>Every trial, by number.</summary>
    public required IReadOnlyList<TrialPoint> History { get; init; }

    /// <summary>Every candidate, by trial number; empty while training.</summary>
    public required IReadOnlyList<CandidateReport> Candidates { get; init; }

    /// <summary>Why training ended before its last planned trial, in a sentence; null where it did not.</summary>
    public string? TrainingEndedBecause { get; init; }

    /// <summary>How long the search took by the stored rows; null before its first trial.</summary>
    public SearchTime? Time { get; init; }

    /// <summary>What the trials tell of the search; null while training.</summary>
    public SearchAnalysis? Search { get; init; }

    /// <summary>What Gate 1 found around the best candidate; null before it.</summary>
    public BestCandidate? Best { get; init; }

    /// <summary>Rankings of the study's candidates by day of paper trading, by round and day; empty where they did not meet.</summary>
    public IReadOnlyList<ArenaDay> Arena { get; init; } = [];

    /// <summary>Digest over the evidence; null while the study is open.</summary>
    public string? Digest { get; init; }
}

/// <summary>When a search began and how far it has come, by the clock of the database.</summary>
/// <param name="OpenedAt">When the study was stored, before its first trial; UTC.</param>
/// <param name="LastTrialAt">When the last of its trials was stored; UTC.</param>
public sealed record SearchTime(DateTimeOffset OpenedAt, DateTimeOffset LastTrialAt);

/// <summary>A trial in short.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="State">How it ended.</param>
/// <param name="Objective">Value of the objective; null unless completed.</param>
/// <param name="Parameters">Parameters by name.</param>
/// <param name="Reason">Why it was pruned or failed; null when completed.</param>
public sealed record TrialPoint(int Trial, TrialState State, double? Objective, IReadOnlyDictionary<string, ParameterValue> Parameters, string? Reason)
{
    /// <summary>Values of the folds that it was run on, in time order; empty where none has one.</summary>
    public IReadOnlyList<double> FoldValues { get; init; } = [];

    /// <summary>Kind of rule that pruned it, such as <c>stopped-early</c>; null where none did.</summary>
    public string? Cause { get; init; }
}

/// <summary>The candidate with the highest objective, as Gate 1 saw it.</summary>
/// <param name="Trial">Number of its trial.</param>
/// <param name="Deflation">Its deflated Sharpe ratio had it been the best of other numbers of trials, ascending.</param>
/// <param name="Neighbours">Its neighbours: each number a step down and up, the others as they are.</param>
public sealed record BestCandidate(int Trial, IReadOnlyList<DeflationPoint> Deflation, IReadOnlyList<NeighbourPoint> Neighbours);
