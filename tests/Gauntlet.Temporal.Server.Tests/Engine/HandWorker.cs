using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

/// <summary>A client and a worker played by hand against one embedded server.</summary>
internal sealed class HandWorker(TestServer server) : IAsyncDisposable
{
    public const string Namespace = "default";
    public const string Queue = "queue";

    /// <summary>Time limit of a poll, without which the server refuses it.</summary>
    public static GrpcCallOptions Patience { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public static async Task<HandWorker> StartAsync(bool skipping = false) =>
        new(await TestServer.StartAsync(new() { TimeSkipping = skipping, StartUnlocked = skipping }));

    public static async Task<HandWorker> StartAsync(EmbeddedServerOptions options) => new(await TestServer.StartAsync(options));

    public TestServer Server => server;

    public async Task<WorkflowExecution> StartWorkflowAsync(string id = "wf", Action<StartWorkflowExecutionRequest>? with = null)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowId = id,
            WorkflowType = new() { Name = "Flow" },
            TaskQueue = new() { Name = Queue },
            RequestId = Guid.NewGuid().ToString(),
        };
        with?.Invoke(request);
        var response = await server.WorkflowAsync<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>(request);
        return new() { WorkflowId = id, RunId = response.RunId };
    }

    public Task<SignalWorkflowExecutionResponse> SignalAsync(WorkflowExecution run, string name) =>
        server.WorkflowAsync<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>(
            new() { Namespace = Namespace, WorkflowExecution = run, SignalName = name });

    public Task<PollWorkflowTaskQueueResponse> PollAsync(string queue = Queue) =>
        server.WorkflowAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
            new() { Namespace = Namespace, TaskQueue = new() { Name = queue }, Identity = "worker" }, Patience);

    public Task<PollActivityTaskQueueResponse> PollActivityAsync(string queue = Queue) =>
        server.WorkflowAsync<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse>(
            new() { Namespace = Namespace, TaskQueue = new() { Name = queue }, Identity = "worker" }, Patience);

    public Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(PollWorkflowTaskQueueResponse task, params Command[] commands) =>
        CompleteAsync(task, _ => { }, commands);

    public Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(
        PollWorkflowTaskQueueResponse task, Action<RespondWorkflowTaskCompletedRequest> with, params Command[] commands)
    {
        var request = new RespondWorkflowTaskCompletedRequest { Namespace = Namespace, TaskToken = task.TaskToken, Identity = "worker" };
        request.Commands.AddRange(commands);
        with(request);
        return server.WorkflowAsync<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>(request);
    }

    /// <summary>Polls one workflow task and answers it.</summary>
    public async Task<PollWorkflowTaskQueueResponse> StepAsync(params Command[] commands)
    {
        var task = await PollAsync();
        await CompleteAsync(task, commands);
        return task;
    }

    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(WorkflowExecution run)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = run };
        var page = await server.WorkflowAsync<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>(request);
        return page.History.Events;
    }

    public async Task<IReadOnlyList<EventType>> TypesAsync(WorkflowExecution run) => [.. (await HistoryAsync(run)).Select(e => e.EventType)];

    /// <summary>Waits for the run's closing event.</summary>
    public async Task<HistoryEvent> ClosedAsync(WorkflowExecution run)
    {
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = Namespace,
            Execution = run,
            WaitNewEvent = true,
            HistoryEventFilterType = HistoryEventFilterType.CloseEvent,
        };
        return (await server.WorkflowAsync<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>(request)).History.Events.Single();
    }

    public static Command Timer(string id, TimeSpan wait) => new()
    {
        CommandType = CommandType.StartTimer,
        StartTimerCommandAttributes = new() { TimerId = id, StartToFireTimeout = Duration.FromTimeSpan(wait) },
    };

    public static Command Activity(string id, int attempts = 0) => new()
    {
        CommandType = CommandType.ScheduleActivityTask,
        ScheduleActivityTaskCommandAttributes = new()
        {
            ActivityId = id,
            ActivityType = new() { Name = "Act" },
            TaskQueue = new() { Name = Queue },
            StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)),
            RetryPolicy = new() { MaximumAttempts = attempts },
        },
    };

    public static Command Child(string id) => new()
    {
        CommandType = CommandType.StartChildWorkflowExecution,
        StartChildWorkflowExecutionCommandAttributes = new() { WorkflowId = id, WorkflowType = new() { Name = "Child" }, TaskQueue = new() { Name = "kids" } },
    };

    public static Command Complete() => new() { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new() };

    public static Command ContinueAsNew() => new()
    {
        CommandType = CommandType.ContinueAsNewWorkflowExecution,
        ContinueAsNewWorkflowExecutionCommandAttributes = new(),
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
