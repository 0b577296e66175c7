using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>An update that was sent.</summary>
/// <param name="Client">Client to call with.</param>
/// <param name="Id">Update id.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowRunId">Run id, null for the latest run.</param>
public record WorkflowUpdateHandle(
    ITemporalClient Client, string Id, string WorkflowId, string? WorkflowRunId = null)
{
    /// <summary>What came of the update, if that is known already.</summary>
    internal Outcome? KnownOutcome { get; set; }

    /// <summary>Waits for the update, without its result.</summary>
    /// <param name="rpcOptions">Options of each call.</param>
    /// <returns>Completes with the update.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">Waiting took too long or was cancelled.</exception>
    public Task GetResultAsync(RpcOptions? rpcOptions = null) => GetResultAsync<ValueTuple>(rpcOptions);

    /// <summary>Waits for the result of the update.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="rpcOptions">Options of each call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowUpdateRpcTimeoutOrCanceledException">Waiting took too long or was cancelled.</exception>
    public virtual async Task<TResult> GetResultAsync<TResult>(RpcOptions? rpcOptions = null)
    {
        await WaitForOutcomeAsync(rpcOptions);
        var outcome = KnownOutcome!;
        var converter = Client.Options.DataConverter.WithSerializationContext(
            new ISerializationContext.Workflow(Client.Options.Namespace, WorkflowId));
        if (outcome.Failure is { } failure)
        {
            throw new WorkflowUpdateFailedException(await converter.ToExceptionAsync(failure));
        }

        return await WorkflowResultReader.ToResultAsync<TResult>(converter, outcome.Success);
    }

    /// <summary>Waits until <see cref="KnownOutcome"/> is known.</summary>
    internal async Task WaitForOutcomeAsync(RpcOptions? rpcOptions)
    {
        var request = new PollWorkflowExecutionUpdateRequest
        {
            Namespace = Client.Options.Namespace,
            Identity = Client.Connection.Options.Identity ?? string.Empty,
            UpdateRef = new()
            {
                UpdateId = Id,
                WorkflowExecution = new() { WorkflowId = WorkflowId, RunId = WorkflowRunId ?? string.Empty },
            },
            WaitPolicy = new() { LifecycleStage = UpdateWorkflowExecutionLifecycleStage.Completed },
        };
        while (KnownOutcome is null)
        {
            try
            {
                var response = await Client.Connection.WorkflowService.PollWorkflowExecutionUpdateAsync(
                    request, TemporalClient.DefaultRetryOptions(rpcOptions));
                KnownOutcome = response.Outcome;
            }
            catch (Exception e) when (IsTimeoutOrCancellation(e))
            {
                throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
            }
        }
    }

    /// <summary>Whether a call gave up waiting, rather than learnt anything about the update.</summary>
    internal static bool IsTimeoutOrCancellation(Exception exception) => exception is OperationCanceledException or
        RpcException { Code: RpcException.StatusCode.DeadlineExceeded or RpcException.StatusCode.Cancelled };
}
