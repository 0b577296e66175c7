using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Resets each run to a workflow task that is named by its place in history.</summary>
internal static class BatchReset
{
    /// <summary>The operation.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: it does not say where to.</exception>
    public static BatchOperation Of(StartBatchOperationRequest request, string key, IRunMessages runs)
    {
        var reset = request.ResetOperation;
        var options = reset.Options ?? Legacy(reset);
        if (options.TargetCase == ResetOptions.TargetOneofCase.None) throw new GrpcException(GrpcStatusCode.InvalidArgument, "batch reset missing target");
        return new(BatchOperationType.Reset, reset.Identity, async run =>
        {
            var asked = new ResetWorkflowExecutionRequest
            {
                Namespace = request.Namespace,
                WorkflowExecution = run,
                Reason = request.Reason,
                RequestId = BatchOperation.RequestId(key, run),
                WorkflowTaskFinishEventId = FinishEvent(await runs.HistoryAsync(request.Namespace, run), options),
                ResetReapplyType = options.ResetReapplyType == ResetReapplyType.Unspecified ? ResetReapplyType.AllEligible : options.ResetReapplyType,
                Identity = reset.Identity,
            };
            asked.ResetReapplyExcludeTypes.AddRange(options.ResetReapplyExcludeTypes);
            asked.PostResetOperations.AddRange(reset.PostResetOperations);
            await runs.ResetAsync(asked);
        });
    }

    /// <summary>The event that the workflow task to reset to ended with, or would have ended with.</summary>
    /// <exception cref="GrpcException">The history has no such task.</exception>
    public static long FinishEvent(IReadOnlyList<HistoryEvent> history, ResetOptions options) => options.TargetCase switch
    {
        ResetOptions.TargetOneofCase.WorkflowTaskId => options.WorkflowTaskId,
        ResetOptions.TargetOneofCase.FirstWorkflowTask => history.FirstOrDefault(IsCompleted)?.EventId ?? AfterFirstScheduled(history),
        ResetOptions.TargetOneofCase.LastWorkflowTask => history.LastOrDefault(IsCompleted)?.EventId ?? AfterFirstScheduled(history),
        _ => throw new GrpcException(GrpcStatusCode.NotFound, $"Can't find reset point for build id {options.BuildId}"),
    };

    private static bool IsCompleted(HistoryEvent e) => e.EventType == EventType.WorkflowTaskCompleted;

    private static long AfterFirstScheduled(IReadOnlyList<HistoryEvent> history) =>
        history.FirstOrDefault(static e => e.EventType == EventType.WorkflowTaskScheduled)?.EventId + 1
        ?? throw new GrpcException(GrpcStatusCode.NotFound, "unable to find any scheduled or completed task");

    // The older form of the request has two fields for the target and what to apply again.
    private static ResetOptions Legacy(BatchOperationReset reset)
    {
        if (reset.ResetType == ResetType.Unspecified) throw new GrpcException(GrpcStatusCode.InvalidArgument, "unknown batch reset type Unspecified");
        var options = new ResetOptions { ResetReapplyType = reset.ResetReapplyType };
        if (reset.ResetType == ResetType.FirstWorkflowTask) options.FirstWorkflowTask = new();
        if (reset.ResetType == ResetType.LastWorkflowTask) options.LastWorkflowTask = new();
        return options;
    }
}
