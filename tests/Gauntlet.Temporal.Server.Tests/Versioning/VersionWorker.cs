using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

/// <summary>A worker with or without a version, on any server, that has runs cached. Its workflows are called by their behaviour, and do what signals say.</summary>
internal sealed class VersionWorker : IAsyncDisposable
{
    private static readonly TimeSpan PollTime = TimeSpan.FromSeconds(50);

    private readonly GrpcChannel _channel;
    private readonly CancellationTokenSource _end = new();
    private readonly string _queue;
    private readonly string _name;
    private readonly WorkerDeploymentOptions? _options;
    private readonly Task _work;

    /// <param name="address">The server.</param>
    /// <param name="queue">Its task queue.</param>
    /// <param name="version">Its version; null for none.</param>
    public VersionWorker(string address, string queue, WorkerDeploymentVersion? version)
    {
        _channel = new(new() { Target = address });
        _queue = queue;
        _name = version?.BuildId ?? "plain";
        _options = version is null ? null : new() { DeploymentName = version.DeploymentName, BuildId = version.BuildId, WorkerVersioningMode = WorkerVersioningMode.Versioned };
        _work = Task.WhenAll(
            Task.Run(() => PollAsync(() => WorkflowAsync(new() { Name = queue }))),
            Task.Run(() => PollAsync(() => WorkflowAsync(new() { Name = Own, Kind = TaskQueueKind.Sticky, NormalName = queue }))),
            Task.Run(() => PollAsync(ActivityAsync)));
    }

    private string Own => $"{_queue}-of-{_name}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _channel.Dispose();
        _end.Dispose();
    }

    private async Task PollAsync(Func<Task> one)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await one();
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (GrpcException gone) when (gone.Code is GrpcStatusCode.NotFound or GrpcStatusCode.InvalidArgument or GrpcStatusCode.DeadlineExceeded)
            {
                // The run has moved on, or nothing came.
                continue;
            }
        }
    }

    private async Task WorkflowAsync(Temporalio.Api.TaskQueue.V1.TaskQueue queue)
    {
        var task = await CallAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
            new() { Namespace = "default", TaskQueue = queue, Identity = _name, DeploymentOptions = _options });
        if (task.TaskToken.IsEmpty) return;
        if (task.Query is not null)
        {
            await CallAsync<RespondQueryTaskCompletedRequest, RespondQueryTaskCompletedResponse>(
                new() { Namespace = "default", TaskToken = task.TaskToken, CompletedType = QueryResultType.Answered, QueryResult = Json(_name) });
            return;
        }

        var answer = new RespondWorkflowTaskCompletedRequest
        {
            Namespace = "default",
            TaskToken = task.TaskToken,
            Identity = _name,
            DeploymentOptions = _options,
            VersioningBehavior = _options is null ? VersioningBehavior.Unspecified : Behavior(task.WorkflowType.Name),
            StickyAttributes = new() { WorkerTaskQueue = new() { Name = Own, Kind = TaskQueueKind.Sticky, NormalName = _queue }, ScheduleToStartTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)) },
        };
        answer.Commands.AddRange(task.History.Events.Where(e => e.EventId > task.PreviousStartedEventId && e.EventType == EventType.WorkflowExecutionSignaled).Select(e => Command(e, task)).OfType<Command>());
        await CallAsync<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>(answer);
    }

    private async Task ActivityAsync()
    {
        var task = await CallAsync<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse>(
            new() { Namespace = "default", TaskQueue = new() { Name = _queue }, Identity = _name, DeploymentOptions = _options });
        if (!task.TaskToken.IsEmpty)
            await CallAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(new() { Namespace = "default", TaskToken = task.TaskToken, Identity = _name });
    }

    private static VersioningBehavior Behavior(string type) => type switch
    {
        "Pinned" => VersioningBehavior.Pinned,
        "Auto" => VersioningBehavior.AutoUpgrade,
        _ => VersioningBehavior.Unspecified,
    };

    private Command? Command(HistoryEvent signal, PollWorkflowTaskQueueResponse task) => signal.WorkflowExecutionSignaledEventAttributes.SignalName switch
    {
        "activity" => new() { CommandType = CommandType.ScheduleActivityTask, ScheduleActivityTaskCommandAttributes = Activity(signal) },
        "child" => new()
        {
            CommandType = CommandType.StartChildWorkflowExecution,
            StartChildWorkflowExecutionCommandAttributes = new()
            {
                WorkflowId = $"{task.WorkflowExecution.WorkflowId}-child",
                WorkflowType = task.WorkflowType,
                TaskQueue = new() { Name = _queue },
                ParentClosePolicy = ParentClosePolicy.Abandon,
            },
        },
        "continue" => new() { CommandType = CommandType.ContinueAsNewWorkflowExecution, ContinueAsNewWorkflowExecutionCommandAttributes = new() },
        "fail" => new()
        {
            CommandType = CommandType.FailWorkflowExecution,
            FailWorkflowExecutionCommandAttributes = new() { Failure = new() { Message = "told to", ApplicationFailureInfo = new() } },
        },
        "look" => null,
        _ => new() { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new() },
    };

    private ScheduleActivityTaskCommandAttributes Activity(HistoryEvent signal) => new()
    {
        ActivityId = $"a{signal.EventId}",
        ActivityType = new() { Name = "Act" },
        TaskQueue = new() { Name = _queue },
        StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)),
    };

    private static Payloads Json(string text) => new()
    {
        Payloads_ = { new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") }, Data = ByteString.CopyFromUtf8($"\"{text}\"") } },
    };

    private Task<TResponse> CallAsync<TRequest, TResponse>(TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(ServiceNames.Workflow, request.Descriptor.Name[..^"Request".Length], request, new() { Timeout = PollTime }, _end.Token);
}
