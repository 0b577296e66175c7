using Gauntlet.Temporal.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>A worker as simple as can be, on any server: its workflow counts signals, answers queries and updates, and ends at the word "finish".</summary>
internal sealed class WalkWorker : IAsyncDisposable
{
    private const string Service = "temporal.api.workflowservice.v1.WorkflowService";

    private const string Build = "walk@1.0+2";

    private readonly GrpcChannel _channel;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    public WalkWorker(string address)
    {
        _channel = new(new() { Target = address });
        _work = Task.Run(WorkAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _channel.Dispose();
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                var task = await CallAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
                    "PollWorkflowTaskQueue", new() { Namespace = "default", TaskQueue = new() { Name = "walk" }, Identity = "walker", WorkerVersionCapabilities = new() { BuildId = Build } });
                if (!task.TaskToken.IsEmpty) await AnswerAsync(task);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The walk is over.
        }
    }

    private async Task AnswerAsync(PollWorkflowTaskQueueResponse task)
    {
        var events = task.History.Events;
        if (task.Query is not null)
        {
            await TryAsync<RespondQueryTaskCompletedRequest, RespondQueryTaskCompletedResponse>("RespondQueryTaskCompleted", new()
            {
                TaskToken = task.TaskToken,
                Namespace = "default",
                CompletedType = QueryResultType.Answered,
                QueryResult = Json(State(task.Query.QueryType, events)),
            });
            return;
        }

        var answer = new RespondWorkflowTaskCompletedRequest { TaskToken = task.TaskToken, Namespace = "default", Identity = "walker", WorkerVersionStamp = new() { BuildId = Build } };
        foreach (var (id, query) in task.Queries) answer.QueryResults.Add(id, new() { ResultType = QueryResultType.Answered, Answer = Json(State(query.QueryType, events)) });
        foreach (var message in task.Messages) Accept(answer, message);
        if (task.PreviousStartedEventId == 0 && Asked(task) is { } asked) answer.Commands.Add(asked);
        if (events.Any(IsFinish) || events.Any(static e => e.EventType == EventType.ChildWorkflowExecutionCompleted)) answer.Commands.Add(new Command { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new() { Result = Json("\"done\"") }, UserMetadata = Summary("the end") });
        await TryAsync<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>("RespondWorkflowTaskCompleted", answer);
    }

    // What the run's input asks for.
    private static Command? Asked(PollWorkflowTaskQueueResponse task) => task.History.Events.Select(Input).FirstOrDefault(static input => input is not null) switch
    {
        "\"activity\"" => Activity(),
        "\"child\"" => Child(task.WorkflowExecution.WorkflowId),
        "\"again\"" => Again(),
        "\"fail\"" => Fail(),
        "\"nexus\"" => Operation(),
        _ => null,
    };

    private static string State(string query, IEnumerable<HistoryEvent> events) =>
        query == "__stack_trace" ? "\"at WalkWorker\"" : $"{events.Count(static e => e.EventType == EventType.WorkflowExecutionSignaled)}";

    private static bool IsFinish(HistoryEvent e) =>
        e.WorkflowExecutionSignaledEventAttributes?.SignalName == "finish"
        || Input(e) == "\"finish\"";

    private static string? Input(HistoryEvent e) => e.WorkflowExecutionStartedEventAttributes?.Input?.Payloads_.FirstOrDefault()?.Data.ToStringUtf8();

    // One that nobody polls for: the walk ends it.
    private static Command Activity() => new()
    {
        CommandType = CommandType.ScheduleActivityTask,
        ScheduleActivityTaskCommandAttributes = new()
        {
            ActivityId = "a1",
            ActivityType = new() { Name = "Act" },
            TaskQueue = new() { Name = "walk-activities" },
            StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromHours(1)),
        },
    };

    // One that nobody polls for, either.
    private static Command Operation() => new()
    {
        CommandType = CommandType.ScheduleNexusOperation,
        ScheduleNexusOperationCommandAttributes = new() { Endpoint = "walk-call", Service = "service", Operation = "operation", Input = Json("1").Payloads_[0] },
    };

    private static UserMetadata Summary(string text) => new() { Summary = Json($"\"{text}\"").Payloads_[0] };

    private static Command Child(string parent) => new()
    {
        CommandType = CommandType.StartChildWorkflowExecution,
        StartChildWorkflowExecutionCommandAttributes = new()
        {
            WorkflowId = $"{parent}/child",
            WorkflowType = new() { Name = "Flow" },
            ParentClosePolicy = ParentClosePolicy.Abandon,
            InheritBuildId = true,
        },
        UserMetadata = Summary("a child"),
    };

    private static Command Again() => new()
    {
        CommandType = CommandType.ContinueAsNewWorkflowExecution,
        ContinueAsNewWorkflowExecutionCommandAttributes = new() { WorkflowType = new() { Name = "Flow" }, Input = Json("\"finish\""), InheritBuildId = true },
        UserMetadata = Summary("once more"),
    };

    private static Command Fail() => new()
    {
        CommandType = CommandType.FailWorkflowExecution,
        FailWorkflowExecutionCommandAttributes = new()
        {
            Failure = new()
            {
                Message = "no way",
                Source = "walk",
                StackTrace = "at walk",
                ApplicationFailureInfo = new() { Type = "No", NonRetryable = true, Details = Json("{\"a\":1}") },
                Cause = new() { Message = "deeper", ApplicationFailureInfo = new() { Type = "Deep" } },
            },
        },
        UserMetadata = Summary("the bad end"),
    };

    // The update's outcome is its input.
    private static void Accept(RespondWorkflowTaskCompletedRequest answer, Message message)
    {
        var request = message.Body.Unpack<Request>();
        answer.Messages.Add(new Message
        {
            Id = $"{request.Meta.UpdateId}/accept",
            ProtocolInstanceId = message.ProtocolInstanceId,
            Body = Any.Pack(new Acceptance { AcceptedRequestMessageId = message.Id, AcceptedRequestSequencingEventId = message.EventId, AcceptedRequest = request }),
        });
        answer.Messages.Add(new Message
        {
            Id = $"{request.Meta.UpdateId}/complete",
            ProtocolInstanceId = message.ProtocolInstanceId,
            Body = Any.Pack(new Response { Meta = request.Meta, Outcome = new() { Success = request.Input.Args } }),
        });
        foreach (var sent in answer.Messages.TakeLast(2))
            answer.Commands.Add(new Command { CommandType = CommandType.ProtocolMessage, ProtocolMessageCommandAttributes = new() { MessageId = sent.Id } });
    }

    private static Payloads Json(string json) => new()
    {
        Payloads_ = { new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") }, Data = ByteString.CopyFromUtf8(json) } },
    };

    // What has ended meanwhile needs no answer.
    private async Task TryAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            await CallAsync<TRequest, TResponse>(method, request);
        }
        catch (GrpcException gone) when (gone.Code is GrpcStatusCode.NotFound or GrpcStatusCode.InvalidArgument)
        {
            // Tried again by the server where it matters.
        }
    }

    private Task<TResponse> CallAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(Service, method, request, new() { Timeout = TimeSpan.FromMinutes(1) }, _end.Token);
}
