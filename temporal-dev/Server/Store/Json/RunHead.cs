using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>What of a run changes with every commit and is small.</summary>
internal sealed record RunHead
{
    public required WorkflowExecutionStatus Status { get; init; }

    public DateTimeOffset? CloseTime { get; init; }

    public long NextEventId { get; init; }

    public long HistorySizeBytes { get; init; }

    public long Transitions { get; init; }

    public PendingWorkflowTask? Task { get; init; }

    public long LastCompletedTaskStartedId { get; init; }

    public StickyQueue? Sticky { get; init; }

    public int UpdateCount { get; init; }

    public int SignalCount { get; init; }

    public bool CancelRequested { get; init; }

    public string CancelRequestId { get; init; } = string.Empty;

    public DateTimeOffset? FirstTaskDue { get; init; }

    public bool AwaitsParent { get; init; }

    public DateTimeOffset? RunExpiration { get; init; }

    public DateTimeOffset? ExecutionExpiration { get; init; }

    public bool IsClosing { get; init; }

    public string ResetRunId { get; init; } = string.Empty;

    public DateTimeOffset? LastResetTime { get; init; }

    public string NewRunId { get; init; } = string.Empty;

    public string BuildId { get; init; } = string.Empty;

    public string? WorkerDeployment { get; init; }

    public RunVersioning? Versioning { get; init; }

    public static RunHead Of(RunState state) => new()
    {
        Status = state.Status,
        CloseTime = state.CloseTime,
        NextEventId = state.NextEventId,
        HistorySizeBytes = state.HistorySizeBytes,
        Transitions = state.Transitions,
        Task = state.Task,
        LastCompletedTaskStartedId = state.LastCompletedTaskStartedId,
        Sticky = state.Sticky,
        UpdateCount = state.UpdateCount,
        SignalCount = state.SignalCount,
        CancelRequested = state.CancelRequested,
        CancelRequestId = state.CancelRequestId,
        FirstTaskDue = state.FirstTaskDue,
        AwaitsParent = state.AwaitsParent,
        RunExpiration = state.RunExpiration,
        ExecutionExpiration = state.ExecutionExpiration,
        IsClosing = state.IsClosing,
        ResetRunId = state.ResetRunId,
        LastResetTime = state.LastResetTime,
        NewRunId = state.NewRunId,
        BuildId = state.BuildId,
        WorkerDeployment = state.WorkerDeployment.Length > 0 ? state.WorkerDeployment : null,
        Versioning = state.Versioning,
    };

    /// <summary>The state without its parts.</summary>
    public RunState ToState(RunKey key, RunOrigin origin) => new()
    {
        Key = key,
        Start = origin.Start,
        StartTime = origin.StartTime,
        StartRequestId = origin.StartRequestId,
        Metadata = origin.Metadata,
        Status = Status,
        CloseTime = CloseTime,
        NextEventId = NextEventId,
        HistorySizeBytes = HistorySizeBytes,
        Transitions = Transitions,
        Task = Task,
        LastCompletedTaskStartedId = LastCompletedTaskStartedId,
        Sticky = Sticky,
        UpdateCount = UpdateCount,
        SignalCount = SignalCount,
        CancelRequested = CancelRequested,
        CancelRequestId = CancelRequestId,
        FirstTaskDue = FirstTaskDue,
        AwaitsParent = AwaitsParent,
        RunExpiration = RunExpiration,
        ExecutionExpiration = ExecutionExpiration,
        IsClosing = IsClosing,
        ResetRunId = ResetRunId,
        LastResetTime = LastResetTime,
        NewRunId = NewRunId,
        BuildId = BuildId,
        WorkerDeployment = WorkerDeployment ?? string.Empty,
        Versioning = Versioning,
    };
}
