using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <content>Workflows.</content>
internal sealed partial class ClientRoot
{
    /// <inheritdoc />
    public override async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
        StartWorkflowInput input)
    {
        var options = input.Options;
        var converter = ConverterFor(options.Id ?? string.Empty);
        var start = await WorkflowStartRequests.CreateAsync(
            input.Workflow,
            input.Args,
            options,
            await ToHeaderAsync(converter, input.Headers),
            converter,
            (Namespace, Identity));
        try
        {
            if (options.StartSignal is null)
            {
                var started = await StartAsync(start, options);
                return new(client, start.WorkflowId, ResultRunId: started.RunId, FirstExecutionRunId: started.RunId);
            }

            // The run that a signal reaches need not be the first of its chain, so nothing is known of that one.
            var signalArgs = await ToPayloadsAsync(converter, options.StartSignalArgs);
            var signalled = await Service.SignalWithStartWorkflowExecutionAsync(
                WorkflowStartRequests.WithSignal(start, options.StartSignal, signalArgs),
                TemporalClient.DefaultRetryOptions(options.Rpc));
            return new(client, start.WorkflowId, ResultRunId: signalled.RunId);
        }
        catch (RpcException e) when (AlreadyStarted(e) is { } details)
        {
            throw new WorkflowAlreadyStartedException(e.Message, start.WorkflowId, input.Workflow, details.RunId);
        }
    }

    // The server hands the first task over with its answer, if a worker here has a slot for it.
    private async Task<StartWorkflowExecutionResponse> StartAsync(StartWorkflowExecutionRequest start, WorkflowOptions options)
    {
        var begin = options.RequestEagerStart ? (client.Connection as TemporalConnection)?.EagerStarts.TryReserve(Namespace, start.TaskQueue.Name) : null;
        start.RequestEagerExecution = begin != null;
        PollWorkflowTaskQueueResponse? task = null;
        try
        {
            var started = await Service.StartWorkflowExecutionAsync(start, TemporalClient.DefaultRetryOptions(options.Rpc));
            task = started.EagerWorkflowTask is { TaskToken.IsEmpty: false } handed ? handed : null;
            return started;
        }
        finally
        {
            begin?.Invoke(task);
        }
    }

    /// <inheritdoc />
    public override async Task SignalWorkflowAsync(SignalWorkflowInput input)
    {
        var converter = ConverterFor(input.Id);
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = ToExecution(input.Id, input.RunId),
            SignalName = input.Signal,
            Input = await ToPayloadsAsync(converter, input.Args),
            Identity = Identity,
            RequestId = Guid.NewGuid().ToString(),
            Header = await ToHeaderAsync(converter, input.Headers),
        };
        await Service.SignalWorkflowExecutionAsync(request, TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
    }

    /// <inheritdoc />
    public override async Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input)
    {
        var converter = ConverterFor(input.Id);
        var request = new QueryWorkflowRequest
        {
            Namespace = Namespace,
            Execution = ToExecution(input.Id, input.RunId),
            Query = new()
            {
                QueryType = input.Query,
                QueryArgs = await ToPayloadsAsync(converter, input.Args),
                Header = await ToHeaderAsync(converter, input.Headers),
            },
            QueryRejectCondition =
                input.Options?.RejectCondition ?? client.Options.QueryRejectCondition ?? QueryRejectCondition.Unspecified,
        };
        QueryWorkflowResponse response;
        try
        {
            response = await Service.QueryWorkflowAsync(request, TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
        }
        catch (RpcException e) when (e.SingleDetail<QueryFailedFailure>() is not null)
        {
            throw new WorkflowQueryFailedException(e.Message);
        }

        return response.QueryRejected is { } rejected
            ? throw new WorkflowQueryRejectedException(rejected.Status)
            : await WorkflowResultReader.ToResultAsync<TResult>(converter, response.QueryResult);
    }

    /// <inheritdoc />
    public override async Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input)
    {
        var response = await Service.DescribeWorkflowExecutionAsync(
            new() { Namespace = Namespace, Execution = ToExecution(input.Id, input.RunId) },
            TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
        return new(response, ConverterFor(input.Id));
    }

    /// <inheritdoc />
    public override Task CancelWorkflowAsync(CancelWorkflowInput input) => Service.RequestCancelWorkflowExecutionAsync(
        new()
        {
            Namespace = Namespace,
            WorkflowExecution = ToExecution(input.Id, input.RunId),
            FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty,
            Identity = Identity,
            RequestId = Guid.NewGuid().ToString(),
        },
        TemporalClient.DefaultRetryOptions(input.Options?.Rpc));

    /// <inheritdoc />
    public override async Task TerminateWorkflowAsync(TerminateWorkflowInput input)
    {
        var request = new TerminateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = ToExecution(input.Id, input.RunId),
            FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty,
            Reason = input.Reason ?? string.Empty,
            Details = await ToPayloadsAsync(ConverterFor(input.Id), input.Options?.Details),
            Identity = Identity,
        };
        await Service.TerminateWorkflowExecutionAsync(request, TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
    }

    /// <inheritdoc />
    public override async Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(
        FetchWorkflowHistoryEventPageInput input)
    {
        var response = await Service.GetWorkflowExecutionHistoryAsync(
            new()
            {
                Namespace = Namespace,
                Execution = ToExecution(input.Id, input.RunId),
                MaximumPageSize = input.PageSize ?? 0,
                NextPageToken = ToToken(input.NextPageToken),
                WaitNewEvent = input.WaitNewEvent,
                HistoryEventFilterType = input.EventFilterType,
                SkipArchival = input.SkipArchival,
            },
            TemporalClient.DefaultRetryOptions(input.Rpc));
        return new(response.History?.Events ?? [], FromToken(response.NextPageToken));
    }

    private static WorkflowExecutionAlreadyStartedFailure? AlreadyStarted(RpcException e) =>
        e.Code == RpcException.StatusCode.AlreadyExists ? e.SingleDetail<WorkflowExecutionAlreadyStartedFailure>() : null;
}
