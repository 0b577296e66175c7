using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <content>Updates.</content>
internal sealed partial class ClientRoot
{
    /// <inheritdoc />
    public override async Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(
        StartWorkflowUpdateInput input)
    {
        var stage = CheckStage(input.Options.WaitForStage);
        var request = await ToUpdateRequestAsync(
            input.Id, input.Update, input.Args, input.Options.Id, stage, input.Headers);
        request.WorkflowExecution.RunId = input.RunId ?? string.Empty;
        request.FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty;
        try
        {
            UpdateWorkflowExecutionResponse response;
            do
            {
                response = await Service.UpdateWorkflowExecutionAsync(
                    request, TemporalClient.DefaultRetryOptions(input.Options.Rpc));
            }
            while (IsTooEarly(response, stage));

            return await ToHandleAsync<TResult>(request, response, input.Options.WaitForStage, input.Options.Rpc);
        }
        catch (Exception e) when (WorkflowUpdateHandle.IsTimeoutOrCancellation(e))
        {
            throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
        }
    }

    /// <inheritdoc />
    public override async Task<WorkflowUpdateHandle<TResult>> StartUpdateWithStartWorkflowAsync<TResult>(
        StartUpdateWithStartWorkflowInput input)
    {
        var operation = input.Options.StartWorkflowOperation
            ?? throw new ArgumentException("Start workflow operation is required", nameof(input));
        var stage = CheckStage(input.Options.WaitForStage);
        CheckStartOptions(operation.Options);
        operation.MarkUsed();
        try
        {
            var converter = ConverterFor(operation.Options.Id ?? string.Empty);
            var start = await WorkflowStartRequests.CreateAsync(
                operation.Workflow,
                operation.Args,
                operation.Options,
                await ToHeaderAsync(converter, operation.Headers),
                converter,
                (Namespace, Identity));
            var update = await ToUpdateRequestAsync(
                start.WorkflowId, input.Update, input.Args, input.Options.Id, stage, input.Headers);
            var response = await ExecuteAsync(start, update, operation, stage, input.Options.Rpc);
            return await ToHandleAsync<TResult>(update, response, input.Options.WaitForStage, input.Options.Rpc);
        }
        catch (Exception e)
        {
            Exception seen = WorkflowUpdateHandle.IsTimeoutOrCancellation(e)
                ? new WorkflowUpdateRpcTimeoutOrCanceledException(e)
                : e;
            operation.SetFailed(seen);
            if (ReferenceEquals(seen, e))
            {
                throw;
            }

            throw seen;
        }
    }

    private static UpdateWorkflowExecutionLifecycleStage CheckStage(WorkflowUpdateStage stage) => stage switch
    {
        WorkflowUpdateStage.None => throw new ArgumentException("WaitForStage is required to start workflow update"),
        WorkflowUpdateStage.Admitted =>
            throw new ArgumentException("Admitted is not an allowed wait stage to start workflow update"),
        _ => (UpdateWorkflowExecutionLifecycleStage)stage,
    };

    private static void CheckStartOptions(WorkflowOptions options)
    {
        if (options.IdConflictPolicy == WorkflowIdConflictPolicy.Unspecified)
        {
            throw new ArgumentException("Workflow ID conflict policy required for update with start");
        }

        var offending =
            options.StartSignal is not null || options.StartSignalArgs is not null ? nameof(options.StartSignal) :
            options.RequestEagerStart ? nameof(options.RequestEagerStart) :
            options.Rpc is not null ? nameof(options.Rpc) : null;
        if (offending is not null)
        {
            throw new ArgumentException($"{offending} cannot be set on the start operation of an update with start");
        }
    }

    private static bool IsTooEarly(UpdateWorkflowExecutionResponse response, UpdateWorkflowExecutionLifecycleStage stage) =>
        response.Stage < UpdateWorkflowExecutionLifecycleStage.Accepted && response.Stage < stage;

    private static Exception ToException(RpcException exception, StartWorkflowExecutionRequest start)
    {
        // Either operation's status says why; the other one says only that it was given up because of it.
        var statuses = exception.SingleDetail<MultiOperationExecutionFailure>()?.Statuses;
        var cause = statuses?.FirstOrDefault(status => status.Code != 0 &&
            status.Details.SingleDetail<MultiOperationExecutionAborted>() is null);
        if (cause is null)
        {
            return exception;
        }

        if (cause.Code == (int)RpcException.StatusCode.AlreadyExists &&
            cause.Details.SingleDetail<WorkflowExecutionAlreadyStartedFailure>() is { } existing)
        {
            return new WorkflowAlreadyStartedException(
                cause.Message, start.WorkflowId, start.WorkflowType.Name, existing.RunId);
        }

        var status = new GrpcStatus { Code = cause.Code, Message = cause.Message, Details = { cause.Details } };
        return new RpcException(
            (RpcException.StatusCode)cause.Code, cause.Message, Google.Protobuf.MessageExtensions.ToByteArray(status));
    }

    private async Task<UpdateWorkflowExecutionResponse> ExecuteAsync(
        StartWorkflowExecutionRequest start,
        UpdateWorkflowExecutionRequest update,
        WithStartWorkflowOperation operation,
        UpdateWorkflowExecutionLifecycleStage stage,
        RpcOptions? rpc)
    {
        var request = new ExecuteMultiOperationRequest
        {
            Namespace = Namespace,
            Operations =
            {
                new ExecuteMultiOperationRequest.Types.Operation { StartWorkflow = start },
                new ExecuteMultiOperationRequest.Types.Operation { UpdateWorkflow = update },
            },
        };
        while (true)
        {
            ExecuteMultiOperationResponse response;
            try
            {
                response = await Service.ExecuteMultiOperationAsync(request, TemporalClient.DefaultRetryOptions(rpc));
            }
            catch (RpcException e) when (e.SingleDetail<MultiOperationExecutionFailure>() is not null)
            {
                throw ToException(e, start);
            }

            operation.SetStarted(client, start.WorkflowId, response.Responses[0].StartWorkflow.RunId);
            if (!IsTooEarly(response.Responses[1].UpdateWorkflow, stage))
            {
                return response.Responses[1].UpdateWorkflow;
            }
        }
    }

    private async Task<UpdateWorkflowExecutionRequest> ToUpdateRequestAsync(
        string workflowId,
        string update,
        IReadOnlyCollection<object?> args,
        string? updateId,
        UpdateWorkflowExecutionLifecycleStage stage,
        IDictionary<string, Payload>? headers)
    {
        var converter = ConverterFor(workflowId);
        return new()
        {
            Namespace = Namespace,
            WorkflowExecution = ToExecution(workflowId, null),
            WaitPolicy = new() { LifecycleStage = stage },
            Request = new()
            {
                Meta = new() { UpdateId = updateId ?? Guid.NewGuid().ToString(), Identity = Identity },
                Input = new()
                {
                    Name = update,
                    Args = await ToPayloadsAsync(converter, args),
                    Header = await ToHeaderAsync(converter, headers),
                },
            },
        };
    }

    private async Task<WorkflowUpdateHandle<TResult>> ToHandleAsync<TResult>(
        UpdateWorkflowExecutionRequest request,
        UpdateWorkflowExecutionResponse response,
        WorkflowUpdateStage stage,
        RpcOptions? rpc)
    {
        var handle = new WorkflowUpdateHandle<TResult>(
            client,
            request.Request.Meta.UpdateId,
            request.WorkflowExecution.WorkflowId,
            response.UpdateRef?.WorkflowExecution?.RunId)
        {
            KnownOutcome = response.Outcome,
        };
        if (stage == WorkflowUpdateStage.Completed)
        {
            await handle.WaitForOutcomeAsync(rpc);
        }

        return handle;
    }
}
