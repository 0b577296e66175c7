using Gauntlet.Contracts.Safety;

namespace Gauntlet.Contracts.Progress;

/// <summary>Answer of the query <c>status</c>.</summary>
public sealed record WorkflowStatus
{
    /// <summary>Stage of the workflow.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Since when it has been in this stage, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What happens next, in words; null when nothing does.</summary>
    public string? NextAction { get; init; }

    /// <summary>When it happens, UTC; null when as soon as possible.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Units done in this stage: trials, scenarios, bars, candidates.</summary>
    public int Done { get; init; }

    /// <summary>Units of this stage; 0 while unknown.</summary>
    public int Total { get; init; }

    /// <summary>Name of a unit in the plural: <c>trials</c>, <c>scenarios</c>, <c>bars</c>, <c>candidates</c>.</summary>
    public string? Units { get; init; }

    /// <summary>The last error that a person should know of; null for none.</summary>
    public string? LastError { get; init; }

    /// <summary>Open position as a weight of equity, from −1 to 1; null where there is none to have.</summary>
    public double? OpenPosition { get; init; }

    /// <summary>The emergency latch as this workflow sees it.</summary>
    public LatchState Latch { get; init; } = LatchState.Open;

    /// <summary>Why new work waits; null when not paused.</summary>
    public string? Paused { get; init; }

    /// <summary>Ids of the child workflows under way.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];
}
