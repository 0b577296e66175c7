using System.Collections.Concurrent;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Gauntlet.Proofs.Server.Operations;

/// <summary>Workers of callers and of handlers: every third operation is refused once, so that it is tried again.</summary>
internal sealed class OperationWorkers(OperationCalls calls, CancellationToken end)
{
    /// <summary>The two operations.</summary>
    public const string AtOnce = "at-once", ByWorkflow = "by-workflow";

    private const int PollsEach = 2, Refused = 3;

    private readonly ConcurrentDictionary<string, byte> _refused = new(StringComparer.Ordinal);

    /// <summary>Works until the end.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, PollsEach).SelectMany(_ => (Task[])
    [
        KeepAsync(async () => await CallerAsync(await calls.PollAsync(OperationCalls.Callers, end))),
        KeepAsync(async () => await WorkAsync(await calls.PollAsync(OperationCalls.Works, end))),
        KeepAsync(async () => await HandleAsync(await calls.PollNexusAsync(end))),
    ]));

    /// <summary>Id of the workflow that is started for an operation.</summary>
    public static string WorkOf(string requestId) => $"work-{requestId}";

    private async Task KeepAsync(Func<Task> once)
    {
        while (!end.IsCancellationRequested) await once();
    }

    private async Task CallerAsync(PollWorkflowTaskQueueResponse task)
    {
        if (task.TaskToken.IsEmpty) return;
        var answer = new RespondWorkflowTaskCompletedRequest { Namespace = OperationCalls.Namespace, TaskToken = task.TaskToken, Identity = "audit" };
        var events = task.History.Events;
        if (events.All(static e => e.EventType != EventType.NexusOperationScheduled)) answer.Commands.AddRange([Operation(AtOnce), Operation(ByWorkflow)]);
        else if (events.Count(static e => e.EventType == EventType.NexusOperationCompleted) == 2) answer.Commands.Add(Complete("called"));
        await calls.AnswerAsync(answer);
    }

    private async Task WorkAsync(PollWorkflowTaskQueueResponse task)
    {
        if (task.TaskToken.IsEmpty) return;
        await calls.AnswerAsync(new RespondWorkflowTaskCompletedRequest
        {
            Namespace = OperationCalls.Namespace, TaskToken = task.TaskToken, Identity = "audit", Commands = { Complete(task.WorkflowExecution.WorkflowId) },
        });
    }

    private async Task HandleAsync(PollNexusTaskQueueResponse task)
    {
        if (task.TaskToken.IsEmpty) return;
        var start = task.Request.StartOperation;
        if (start.RequestId[0] % Refused == 0 && _refused.TryAdd(start.RequestId, 0))
        {
            await calls.AnswerAsync(new RespondNexusTaskFailedRequest
            {
                Namespace = OperationCalls.Namespace, TaskToken = task.TaskToken, Error = new() { ErrorType = "UNAVAILABLE", Failure = new() { Message = "not yet" } },
            });
            return;
        }

        var answer = new RespondNexusTaskCompletedRequest { Namespace = OperationCalls.Namespace, TaskToken = task.TaskToken, Response = new() { StartOperation = new() } };
        if (start.Operation == AtOnce)
        {
            answer.Response.StartOperation.SyncSuccess = new() { Payload = Json(start.RequestId) };
        }
        else
        {
            var work = WorkOf(start.RequestId);
            await calls.StartAsync(work, OperationCalls.Works, start.RequestId, new Callback { Nexus = new() { Url = start.Callback, Header = { start.CallbackHeader } } });
            answer.Response.StartOperation.AsyncSuccess = new() { OperationToken = work };
        }

        await calls.AnswerAsync(answer);
    }

    private static Command Operation(string operation) => new()
    {
        CommandType = CommandType.ScheduleNexusOperation,
        ScheduleNexusOperationCommandAttributes = new() { Endpoint = OperationCalls.Endpoint, Service = "audit", Operation = operation, Input = Json(operation) },
    };

    private static Command Complete(string result) => new()
    {
        CommandType = CommandType.CompleteWorkflowExecution,
        CompleteWorkflowExecutionCommandAttributes = new() { Result = new() { Payloads_ = { Json(result) } } },
    };

    private static Payload Json(string text) => DataConverter.Default.PayloadConverter.ToPayload(text);
}
