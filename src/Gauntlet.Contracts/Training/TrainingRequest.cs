using Gauntlet.Contracts.Pipeline;

namespace Gauntlet.Contracts.Training;

/// <summary>Input of the workflow <c>Training</c>; a continued run carries where it stands.</summary>
public sealed record TrainingRequest
{
    /// <summary>The study.</summary>
    public required StudyPlan Plan { get; init; }

    /// <summary>Trials done by the runs before this one.</summary>
    public int Done { get; init; }

    /// <summary>Best objective so far; null before the first completed trial.</summary>
    public double? BestObjective { get; init; }

    /// <summary>What the early end of the search is decided by; null before the first round.</summary>
    public SearchProgress? Progress { get; init; }

    /// <summary>Seconds that rounds have taken, pauses and stops between them not counted. Default 0.</summary>
    public double SpentSeconds { get; init; }

    /// <summary>The emergency latch as the run before this one left it; null on the first run.</summary>
    public Safety.LatchState? Latch { get; init; }

    /// <summary>Why new work waits; null when not paused.</summary>
    public string? Paused { get; init; }
}
