using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Proofs.Server.Operations;

/// <summary>The calls of callers, handlers and auditors, each made until it is answered.</summary>
internal sealed class OperationCalls(ITemporalClient client, Persistence server, CancellationToken cancellation)
{
    public const string Namespace = "operations", Callers = "callers", Works = "works", Endpoint = "audit";

    private static readonly TimeSpan PollTime = TimeSpan.FromSeconds(5);

    public RpcOptions Options() => new() { CancellationToken = cancellation };

    /// <summary>Calls until there is an answer, or a refusal that says that an earlier call was answered.</summary>
    public Task AskOnceAsync<T>(string what, Func<RpcException, bool> isDone, Func<Task<T>> call) => server.DoAsync(what, async () =>
    {
        try
        {
            await call();
        }
        catch (RpcException error) when (isDone(error))
        {
            // Nothing is left to do.
        }
    });

    /// <summary>Starts a workflow once, however often it is asked.</summary>
    public Task StartAsync(string id, string queue, string requestId, Callback? callback = null)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = Namespace, WorkflowId = id, WorkflowType = new() { Name = "Operation" }, TaskQueue = new() { Name = queue }, RequestId = requestId,
        };
        if (callback is not null) request.CompletionCallbacks.Add(callback);
        return server.AskAsync($"start of {id}", () => client.WorkflowService.StartWorkflowExecutionAsync(request, Options()));
    }

    public Task<PollWorkflowTaskQueueResponse> PollAsync(string queue, CancellationToken end) => PollAsync(
        queue, options => client.WorkflowService.PollWorkflowTaskQueueAsync(new() { Namespace = Namespace, TaskQueue = new() { Name = queue }, Identity = "audit" }, options), end);

    public Task<PollNexusTaskQueueResponse> PollNexusAsync(CancellationToken end) => PollAsync(
        "Nexus tasks", options => client.WorkflowService.PollNexusTaskQueueAsync(new() { Namespace = Namespace, TaskQueue = new() { Name = Callers }, Identity = "audit" }, options), end);

    public Task AnswerAsync(RespondWorkflowTaskCompletedRequest request) => AnswerAsync("answer to a workflow task", () => client.WorkflowService.RespondWorkflowTaskCompletedAsync(request, Options()));

    public Task AnswerAsync(RespondNexusTaskCompletedRequest request) => AnswerAsync("answer to a Nexus task", () => client.WorkflowService.RespondNexusTaskCompletedAsync(request, Options()));

    public Task AnswerAsync(RespondNexusTaskFailedRequest request) => AnswerAsync("refusal of a Nexus task", () => client.WorkflowService.RespondNexusTaskFailedAsync(request, Options()));

    /// <summary>Waits for the end of a workflow.</summary>
    public async Task<HistoryEvent> ClosedAsync(string id)
    {
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = Namespace, Execution = new() { WorkflowId = id }, WaitNewEvent = true, HistoryEventFilterType = Temporalio.Api.Enums.V1.HistoryEventFilterType.CloseEvent,
        };
        while (true)
        {
            var page = await server.AskAsync($"end of {id}", () => client.WorkflowService.GetWorkflowExecutionHistoryAsync(request, Options()));
            if (page.History.Events is [.., var close]) return close;
            request.NextPageToken = page.NextPageToken;
        }
    }

    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string id) => (await server.AskAsync($"history of {id}", () => client.WorkflowService.GetWorkflowExecutionHistoryAsync(
        new() { Namespace = Namespace, Execution = new() { WorkflowId = id } }, Options()))).History.Events;

    public async Task<IReadOnlyList<CallbackInfo>> CallbacksAsync(string id) => (await server.AskAsync($"description of {id}", () => client.WorkflowService.DescribeWorkflowExecutionAsync(
        new() { Namespace = Namespace, Execution = new() { WorkflowId = id } }, Options()))).Callbacks;

    private Task<T> PollAsync<T>(string what, Func<RpcOptions, Task<T>> poll, CancellationToken end)
        where T : IMessage<T>, new() => server.AskAsync($"poll of {what}", async () =>
        {
            if (end.IsCancellationRequested) return new T();
            try
            {
                return await poll(new() { CancellationToken = end, Timeout = PollTime, Retry = false });
            }
            catch (Exception error) when (error is OperationCanceledException || error is RpcException { Code: RpcException.StatusCode.DeadlineExceeded or RpcException.StatusCode.Cancelled })
            {
                return new T();
            }
        });

    // What has been answered, or been lost with a server that was killed, comes again where it matters.
    private Task AnswerAsync<T>(string what, Func<Task<T>> call) =>
        AskOnceAsync(what, static error => error.Code is RpcException.StatusCode.NotFound or RpcException.StatusCode.InvalidArgument, call);
}
