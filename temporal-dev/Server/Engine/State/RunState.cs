using System.Collections.Immutable;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>
/// All that a run is, beside its events. Every part is immutable, so a copy costs nothing: a change works on a copy, and giving
/// up a change is dropping the copy. Messages held here are never written to again.
/// </summary>
internal sealed class RunState
{
    public required RunKey Key { get; init; }

    /// <summary>Attributes of the first event.</summary>
    public required WorkflowExecutionStartedEventAttributes Start { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required string StartRequestId { get; init; }

    public UserMetadata? Metadata { get; init; }

    public WorkflowExecutionStatus Status { get; set; } = WorkflowExecutionStatus.Running;

    public DateTimeOffset? CloseTime { get; set; }

    public long NextEventId { get; set; } = 1;

    public long HistorySizeBytes { get; set; }

    /// <summary>Number of committed changes; also the version that a store compares.</summary>
    public long Transitions { get; set; }

    public PendingWorkflowTask? Task { get; set; }

    /// <summary>Started event of the last completed workflow task; zero when none has completed.</summary>
    public long LastCompletedTaskStartedId { get; set; }

    public StickyQueue? Sticky { get; set; }

    public ImmutableSortedDictionary<long, PendingActivity> Activities { get; set; } = ImmutableSortedDictionary<long, PendingActivity>.Empty;

    public ImmutableDictionary<string, PendingTimer> Timers { get; set; } = ImmutableDictionary<string, PendingTimer>.Empty;

    public ImmutableSortedDictionary<long, PendingChild> Children { get; set; } = ImmutableSortedDictionary<long, PendingChild>.Empty;

    public ImmutableSortedDictionary<long, PendingSignal> Signals { get; set; } = ImmutableSortedDictionary<long, PendingSignal>.Empty;

    public ImmutableSortedDictionary<long, PendingCancel> Cancels { get; set; } = ImmutableSortedDictionary<long, PendingCancel>.Empty;

    public ImmutableSortedDictionary<long, PendingNexusOperation> NexusOperations { get; set; } = ImmutableSortedDictionary<long, PendingNexusOperation>.Empty;

    /// <summary>Whom to tell of the end, in order of registration; kept after it.</summary>
    public ImmutableSortedDictionary<long, CompletionCallback> Callbacks { get; set; } = ImmutableSortedDictionary<long, CompletionCallback>.Empty;

    public ImmutableDictionary<string, UpdateEntry> Updates { get; set; } = ImmutableDictionary<string, UpdateEntry>.Empty;

    /// <summary>Updates ever admitted, rejected ones excepted.</summary>
    public int UpdateCount { get; set; }

    /// <summary>Events that came while a workflow task was started; they get their ids when it ends.</summary>
    public ImmutableList<HistoryEvent> Buffered { get; set; } = [];

    public RequestIds SignalRequestIds { get; set; } = RequestIds.None();

    public int SignalCount { get; set; }

    public ImmutableDictionary<string, RequestTrace> Requests { get; set; } = ImmutableDictionary<string, RequestTrace>.Empty;

    public bool CancelRequested { get; set; }

    public string CancelRequestId { get; set; } = string.Empty;

    public Memo? Memo { get; set; }

    public SearchAttributes? SearchAttributes { get; set; }

    /// <summary>When the first workflow task may come; null when it came or needs no wait.</summary>
    public DateTimeOffset? FirstTaskDue { get; set; }

    /// <summary>A child whose parent has not yet recorded that it started.</summary>
    public bool AwaitsParent { get; set; }

    public DateTimeOffset? RunExpiration { get; set; }

    public DateTimeOffset? ExecutionExpiration { get; set; }

    public ImmutableList<ResetPointInfo> ResetPoints { get; set; } = [];

    /// <summary>After a close failed for events that came meanwhile: new ones are refused while the next task is started.</summary>
    public bool IsClosing { get; set; }

    /// <summary>Run that this one was reset to; empty for none.</summary>
    public string ResetRunId { get; set; } = string.Empty;

    public DateTimeOffset? LastResetTime { get; set; }

    public string NewRunId { get; set; } = string.Empty;

    /// <summary>Build of the worker that completed the last workflow task; empty where it named none.</summary>
    public string BuildId { get; set; } = string.Empty;

    /// <summary>Deployment of that worker; empty where it named none.</summary>
    public string WorkerDeployment { get; set; } = string.Empty;

    /// <summary>What it knows of versions of its workers; null for nothing.</summary>
    public RunVersioning? Versioning { get; set; }

    public bool IsRunning => Status == WorkflowExecutionStatus.Running;

    public long LastEventId => NextEventId - 1;

    public string TaskQueue => Start.TaskQueue.Name;

    /// <summary>When the first workflow task could come: start time plus backoff.</summary>
    public DateTimeOffset ExecutionTime => StartTime + (Start.FirstWorkflowTaskBackoff?.ToTimeSpan() ?? TimeSpan.Zero);

    public RunState Copy() => (RunState)MemberwiseClone();
}
