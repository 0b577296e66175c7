using Temporalio.Api.TaskQueue.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>How a workflow task stands in history while it is pending.</summary>
internal enum WorkflowTaskKind
{
    /// <summary>Its events are written as they happen.</summary>
    Normal,

    /// <summary>A repeated attempt: nothing is written until it completes.</summary>
    Transient,

    /// <summary>Made for updates alone: written only if something comes of it.</summary>
    Speculative,
}

/// <summary>The workflow task that a run waits for; at most one at a time.</summary>
internal sealed record PendingWorkflowTask
{
    public required WorkflowTaskKind Kind { get; init; }

    /// <summary>Tells this scheduling from any other, also where event ids are the same.</summary>
    public required string Stamp { get; init; }

    public required long ScheduledEventId { get; init; }

    /// <summary>Zero while not started.</summary>
    public long StartedEventId { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset ScheduledTime { get; init; }

    /// <summary>When the first task of a chain of forced tasks was scheduled.</summary>
    public required DateTimeOffset OriginalScheduledTime { get; init; }

    public DateTimeOffset? StartedTime { get; init; }

    public required TimeSpan StartToClose { get; init; }

    /// <summary>Null: may wait for ever.</summary>
    public TimeSpan? ScheduleToStart { get; init; }

    public required TaskQueue Queue { get; init; }

    public string RequestId { get; init; } = string.Empty;

    public string Identity { get; init; } = string.Empty;

    /// <summary>Build of the worker that started it; empty where it named none.</summary>
    public string BuildId { get; init; } = string.Empty;

    public long HistorySizeBytes { get; init; }

    public bool SuggestContinueAsNew { get; init; }

    public bool IsStarted => StartedEventId != 0;
}
