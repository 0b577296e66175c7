using Gauntlet.Temporal.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Raw calls of a client and a worker, as lean as can be, so that what is measured is the server.</summary>
internal sealed class LoadClient(string address) : IDisposable
{
    /// <summary>Where everything happens.</summary>
    public const string Namespace = "default";

    private const string WorkflowService = "temporal.api.workflowservice.v1.WorkflowService";
    private const string OperatorService = "temporal.api.operatorservice.v1.OperatorService";
    private const string Identity = "load";
    private static readonly GrpcCallOptions Patience = new() { Timeout = TimeSpan.FromMinutes(1), Retry = new() };

    private static readonly MessageParser<Empty> Unread = Empty.Parser.WithDiscardUnknownFields(true);

    private readonly GrpcChannel _channel = new(new() { Target = address });

    /// <summary>Calls the workflow service.</summary>
    public Task<TResponse> CallAsync<TRequest, TResponse>(string method, TRequest request, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(WorkflowService, method, request, Patience, cancellation);

    /// <summary>Calls the workflow service and does not look into the answer: to take a large one apart costs a client more than the server to make it.</summary>
    public Task AskAsync(string method, IMessage request, CancellationToken cancellation) =>
        _channel.CallAsync(WorkflowService, method, request, Unread, Patience, cancellation);

    /// <summary>Calls the operator service.</summary>
    public Task<TResponse> OperateAsync<TRequest, TResponse>(string method, TRequest request, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(OperatorService, method, request, Patience, cancellation);

    /// <summary>Starts a run on the queue of its type.</summary>
    public Task<StartWorkflowExecutionResponse> StartAsync(string id, string type, CancellationToken cancellation, Action<StartWorkflowExecutionRequest>? with = null)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowId = id,
            WorkflowType = new() { Name = type },
            TaskQueue = new() { Name = type },
            RequestId = Guid.NewGuid().ToString(),
            Identity = Identity,
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(120)),
        };
        with?.Invoke(request);
        return CallAsync<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>("StartWorkflowExecution", request, cancellation);
    }

    /// <summary>Signals the latest run of an id.</summary>
    public Task SignalAsync(string id, CancellationToken cancellation) => CallAsync<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>(
        "SignalWorkflowExecution",
        new() { Namespace = Namespace, WorkflowExecution = new() { WorkflowId = id }, SignalName = "go", Identity = Identity, RequestId = Guid.NewGuid().ToString() },
        cancellation);

    /// <summary>Waits for a workflow task; its token is empty if none came.</summary>
    /// <param name="queue">Queue of a type.</param>
    /// <param name="sticky">The part of it for runs that a worker has cached.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<PollWorkflowTaskQueueResponse> PollAsync(string queue, bool sticky, CancellationToken cancellation) => CallAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
        "PollWorkflowTaskQueue", new() { Namespace = Namespace, TaskQueue = sticky ? Sticky(queue) : new() { Name = queue }, Identity = Identity }, cancellation);

    /// <summary>Waits for an activity task; its token is empty if none came.</summary>
    public Task<PollActivityTaskQueueResponse> PollActivityAsync(string queue, CancellationToken cancellation) => CallAsync<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse>(
        "PollActivityTaskQueue", new() { Namespace = Namespace, TaskQueue = new() { Name = queue }, Identity = Identity }, cancellation);

    /// <summary>Answers a workflow task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="command">What the workflow does next.</param>
    /// <param name="stickyTo">Queue of the type whose sticky part the next task goes to; null for the queue itself.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CompleteAsync(PollWorkflowTaskQueueResponse task, Command command, string? stickyTo, CancellationToken cancellation) =>
        CallAsync<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>(
            "RespondWorkflowTaskCompleted",
            new()
            {
                Namespace = Namespace,
                TaskToken = task.TaskToken,
                Identity = Identity,
                Commands = { command },
                StickyAttributes = stickyTo is null ? null : new() { WorkerTaskQueue = Sticky(stickyTo), ScheduleToStartTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)) },
            },
            cancellation);

    /// <summary>Completes an activity.</summary>
    public Task CompleteActivityAsync(PollActivityTaskQueueResponse task, CancellationToken cancellation) =>
        CallAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(
            "RespondActivityTaskCompleted", new() { Namespace = Namespace, TaskToken = task.TaskToken, Identity = Identity }, cancellation);

    /// <summary>Counts runs.</summary>
    public async Task<long> CountAsync(string query, CancellationToken cancellation) =>
        (await CallAsync<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>("CountWorkflowExecutions", new() { Namespace = Namespace, Query = query }, cancellation)).Count;

    /// <summary>Command that starts a timer.</summary>
    public static Command Timer(string id, TimeSpan after) => new()
    {
        CommandType = CommandType.StartTimer,
        StartTimerCommandAttributes = new() { TimerId = id, StartToFireTimeout = Duration.FromTimeSpan(after) },
    };

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private static Temporalio.Api.TaskQueue.V1.TaskQueue Sticky(string queue) => new() { Name = $"{queue}-cached", NormalName = queue, Kind = TaskQueueKind.Sticky };
}
