using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>DescribeWorkflowExecution: all of a run that the CLI and the Web UI show beside its history.</summary>
internal sealed class DescribeCalls(WorkflowRuns runs, CircuitBreakers breakers)
{
    // Go's zero time, which the real server sends where a run has no end.
    private static readonly Timestamp NoTime = Timestamp.FromDateTime(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc));

    public async Task<DescribeWorkflowExecutionResponse> DescribeAsync(DescribeWorkflowExecutionRequest request, GrpcServerCall call)
    {
        var key = RequestChecks.Execution(request.Namespace, request.Execution);
        var state = await RunLookup.ReadAsync(runs, key, request.Execution.RunId);
        var response = new DescribeWorkflowExecutionResponse
        {
            ExecutionConfig = Config(state),
            WorkflowExecutionInfo = Info(state),
            WorkflowExtendedInfo = Extended(state),
        };
        response.Callbacks.AddRange(state.Callbacks.Values.Select(NexusView.Of));
        response.PendingNexusOperations.AddRange(state.NexusOperations.Values.Select(
            operation => NexusView.Of(operation, breakers.IsOpen(state.Key.Namespace, operation.Scheduled.Endpoint))));

        // A run that has ended goes on showing what it left behind.
        response.PendingWorkflowTask = state.Task is { } task ? Describe(task) : null;
        response.PendingActivities.AddRange(state.Activities.Values.Select(PendingActivityView.Of));
        response.PendingChildren.AddRange(state.Children.Values.Select(Describe));
        return response;
    }

    private static WorkflowExecutionConfig Config(RunState state) => new()
    {
        TaskQueue = state.Start.TaskQueue,
        WorkflowExecutionTimeout = state.Start.WorkflowExecutionTimeout,
        WorkflowRunTimeout = state.Start.WorkflowRunTimeout,
        DefaultWorkflowTaskTimeout = state.Start.WorkflowTaskTimeout,
        UserMetadata = state.Metadata,
    };

    private static WorkflowExecutionInfo Info(RunState state)
    {
        var info = new WorkflowExecutionInfo
        {
            Execution = new() { WorkflowId = state.Key.WorkflowId, RunId = state.Key.RunId },
            Type = state.Start.WorkflowType,
            StartTime = state.StartTime.ToProto(),
            CloseTime = state.CloseTime.ToProtoOrNull(),
            Status = state.Status,
            HistoryLength = state.LastEventId,
            ParentNamespaceId = state.Start.ParentWorkflowNamespaceId,
            ParentExecution = state.Start.ParentWorkflowExecution,
            ExecutionTime = state.ExecutionTime.ToProto(),
            Memo = state.Memo ?? new Memo(),
            SearchAttributes = state.SearchAttributes ?? new SearchAttributes(),
            AutoResetPoints = new(),
            TaskQueue = state.TaskQueue,
            StateTransitionCount = state.Transitions,
            HistorySizeBytes = state.HistorySizeBytes,
            ExecutionDuration = state.CloseTime is { } closed ? (closed - state.ExecutionTime).ToProto() : null,
            RootExecution = state.Start.RootWorkflowExecution ?? new() { WorkflowId = state.Key.WorkflowId, RunId = state.Key.RunId },
            FirstRunId = state.Start.FirstExecutionRunId,
            Priority = state.Start.Priority,
            MostRecentWorkerVersionStamp = WorkerBuilds.Stamp(state.BuildId),
            VersioningInfo = VersioningView.Of(state.Versioning),
            WorkerDeploymentName = state.WorkerDeployment.Length > 0 ? state.WorkerDeployment : state.Versioning?.Version?.Deployment ?? string.Empty,
        };
        info.AutoResetPoints.Points.AddRange(state.ResetPoints);
        return info;
    }

    private static WorkflowExecutionExtendedInfo Extended(RunState state)
    {
        var extended = new WorkflowExecutionExtendedInfo
        {
            ExecutionExpirationTime = state.ExecutionExpiration.ToProtoOrNull(),
            RunExpirationTime = state.RunExpiration.ToProtoOrNull() ?? NoTime,
            CancelRequested = state.CancelRequested,
            LastResetTime = state.LastResetTime.ToProtoOrNull(),
            OriginalStartTime = state.StartTime.ToProto(),
            ResetRunId = state.ResetRunId,
        };
        foreach (var (id, trace) in state.Requests)
        {
            extended.RequestIdInfos.Add(id, new() { EventType = trace.EventType, EventId = trace.EventId, Buffered = trace.EventId == 0 });
        }

        return extended;
    }

    private static PendingWorkflowTaskInfo Describe(PendingWorkflowTask task) => new()
    {
        State = task.IsStarted ? PendingWorkflowTaskState.Started : PendingWorkflowTaskState.Scheduled,
        ScheduledTime = task.ScheduledTime.ToProto(),
        OriginalScheduledTime = task.OriginalScheduledTime.ToProto(),
        StartedTime = task.StartedTime.ToProtoOrNull(),
        Attempt = task.Attempt,
    };

    private static PendingChildExecutionInfo Describe(PendingChild child) => new()
    {
        WorkflowId = child.Initiated.WorkflowId,
        RunId = child.RunId,
        WorkflowTypeName = child.Initiated.WorkflowType.Name,
        InitiatedId = child.InitiatedEventId,
        ParentClosePolicy = child.Initiated.ParentClosePolicy,
    };
}
