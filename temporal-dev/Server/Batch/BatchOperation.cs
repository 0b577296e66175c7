using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>What a batch does to each of its runs.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Identity">Who asked for it.</param>
/// <param name="ApplyAsync">Does it to one run.</param>
internal sealed record BatchOperation(BatchOperationType Type, string Identity, Func<WorkflowExecution, Task> ApplyAsync)
{
    /// <summary>The operation that a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">Tells this batch from all others.</param>
    /// <param name="runs">Does it.</param>
    /// <exception cref="GrpcException">INVALID_ARGUMENT for none, or for one that this version of the server does not know.</exception>
    public static BatchOperation Of(StartBatchOperationRequest request, string key, IRunMessages runs) => request.OperationCase switch
    {
        StartBatchOperationRequest.OperationOneofCase.SignalOperation => Signal(request, key, runs),
        StartBatchOperationRequest.OperationOneofCase.CancellationOperation => new(
            BatchOperationType.Cancel,
            request.CancellationOperation.Identity,
            run => runs.CancelAsync(new()
            {
                Namespace = request.Namespace,
                WorkflowExecution = run,
                Identity = request.CancellationOperation.Identity,
                Reason = request.Reason,
                RequestId = RequestId(key, run),
            })),
        StartBatchOperationRequest.OperationOneofCase.TerminationOperation => new(
            BatchOperationType.Terminate,
            request.TerminationOperation.Identity,
            run => runs.TerminateAsync(new()
            {
                Namespace = request.Namespace,
                WorkflowExecution = run,
                Identity = request.TerminationOperation.Identity,
                Reason = request.Reason,
                Details = request.TerminationOperation.Details,
            })),
        StartBatchOperationRequest.OperationOneofCase.DeletionOperation => new(
            BatchOperationType.Delete,
            request.DeletionOperation.Identity,
            run => runs.DeleteAsync(new() { Namespace = request.Namespace, WorkflowExecution = run })),
        StartBatchOperationRequest.OperationOneofCase.ResetOperation => BatchReset.Of(request, key, runs),
        StartBatchOperationRequest.OperationOneofCase.UnpauseActivitiesOperation => BatchActivities.Unpause(request, runs),
        StartBatchOperationRequest.OperationOneofCase.ResetActivitiesOperation => BatchActivities.Reset(request, runs),
        StartBatchOperationRequest.OperationOneofCase.UpdateActivityOptionsOperation => BatchActivities.UpdateOptions(request, runs),
        StartBatchOperationRequest.OperationOneofCase.UpdateWorkflowOptionsOperation => new(
            BatchOperationType.UpdateExecutionOptions,
            request.UpdateWorkflowOptionsOperation.Identity,
            run => runs.UpdateOptionsAsync(new()
            {
                Namespace = request.Namespace,
                WorkflowExecution = run,
                WorkflowExecutionOptions = request.UpdateWorkflowOptionsOperation.WorkflowExecutionOptions,
                UpdateMask = request.UpdateWorkflowOptionsOperation.UpdateMask,
            })),
        StartBatchOperationRequest.OperationOneofCase.None => throw new GrpcException(GrpcStatusCode.InvalidArgument, BatchRequest.Incomplete),
        _ => throw new GrpcException(
            GrpcStatusCode.InvalidArgument, $"The operation type {request.OperationCase} is not supported"),
    };

    /// <summary>Id of what a batch does to a run: the same when it is done again.</summary>
    public static string RequestId(string key, WorkflowExecution run) => $"{key}/{run.WorkflowId}/{run.RunId}";

    private static BatchOperation Signal(StartBatchOperationRequest request, string key, IRunMessages runs)
    {
        var signal = request.SignalOperation;
        if (signal.Signal.Length == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "SignalName is not set on request.");
        return new(BatchOperationType.Signal, signal.Identity, run => runs.SignalAsync(new()
        {
            Namespace = request.Namespace,
            WorkflowExecution = run,
            SignalName = signal.Signal,
            Input = signal.Input,
            Header = signal.Header,
            Identity = signal.Identity,
            RequestId = RequestId(key, run),
        }));
    }
}
