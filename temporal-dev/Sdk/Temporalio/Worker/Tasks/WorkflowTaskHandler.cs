using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Workflows;

namespace Temporalio.Worker.Tasks;

/// <summary>Handles workflow tasks: finds or makes the run, lets it run, and answers the server.</summary>
/// <param name="context">The worker.</param>
/// <param name="workflows">Workflow types.</param>
/// <param name="localActivities">Runs local activities.</param>
internal sealed class WorkflowTaskHandler(
    WorkerContext context, WorkerRegistry<WorkflowDefinition> workflows, LocalActivityExecutor localActivities)
{
    private readonly RunCache _cache = new(context.Options.MaxCachedWorkflows);
    private readonly TaskHistory _history = new(context);
    private readonly WorkflowTaskReplies _replies = new(context);
    private readonly WorkflowRunFactory _factory = new(context, workflows, localActivities);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Handles a task and those that the server gives in answer.</summary>
    public async Task HandleAsync(PollWorkflowTaskQueueResponse task)
    {
        using var lease = await _cache.AcquireAsync(task.WorkflowExecution.RunId);
        for (var next = task; next != null;)
        {
            next = await HandleOneAsync(lease, next);
        }

        if (!context.IsSticky)
        {
            Drop(lease);
        }
    }

    private bool IsFailure(WorkflowNondeterminismException e, PollWorkflowTaskQueueResponse task) =>
        task.Query == null &&
        (context.Options.WorkflowFailureExceptionTypes ?? [])
            .Concat(workflows.Find(task.WorkflowType.Name)?.FailureExceptionTypes ?? [])
            .Any(t => t.IsInstanceOfType(e));

    private static void Drop(RunCache.Lease lease)
    {
        lease.Run?.LocalActivities.CancelAll();
        lease.Run = null;
    }

    private async Task<PollWorkflowTaskQueueResponse?> HandleOneAsync(RunCache.Lease lease, PollWorkflowTaskQueueResponse task)
    {
        try
        {
            var begun = context.Time.GetTimestamp();
            var run = await ApplyAsync(lease, task);
            if (task.Query != null)
            {
                await _replies.AnswerQueryAsync(task, run);
                return null;
            }

            return await CompleteAsync(lease, run, task, begun);
        }
        catch (WorkflowNondeterminismException e) when (IsFailure(e, task))
        {
            Drop(lease);
            await _replies.FailWorkflowAsync(task, e);
            return null;
        }
        catch (RpcException e)
        {
            // The task has timed out or the run has ended meanwhile: what it did here did not happen.
            _logger.LogDebug(e, "Workflow task of run {RunId} was not taken by the server", task.WorkflowExecution.RunId);
            Drop(lease);
            return null;
        }
        catch (Exception e)
        {
            Drop(lease);
            _logger.LogWarning(e, "Failed workflow task of run {RunId}", task.WorkflowExecution.RunId);
            await _replies.FailAsync(task, e);
            return null;
        }
    }

    private async Task<WorkflowRun> ApplyAsync(RunCache.Lease lease, PollWorkflowTaskQueueResponse task)
    {
        var events = await _history.ReadAsync(task);
        if (!IsContinued(lease.Run, events))
        {
            Drop(lease);
        }

        if (lease.Run == null && (events.Count == 0 || events[0].EventId != 1))
        {
            events = await _history.ReadWholeAsync(task, events);
        }

        var codec = context.DataConverter.PayloadCodec;
        await PayloadCodecPass.DecodeAsync(codec, events);
        await DecodeMessagesAsync(codec, task);
        var run = lease.Run ??= _factory.Create(task);

        // A query of its own comes with history that was all lived through before.
        var replayedUpTo = task.Query == null ? task.PreviousStartedEventId : long.MaxValue;
        await run.ApplyAsync(events, replayedUpTo, task.Messages);
        return run;
    }

    // A run that is kept goes on only if the events go on where it stands. A full history means that the server has given up
    // on what this worker keeps.
    private static bool IsContinued(WorkflowRun? run, List<HistoryEvent> events) =>
        run != null && (events.Count == 0 || (events[0].EventId > 1 && events[0].EventId <= run.LastEventId + 1));

    private async Task<PollWorkflowTaskQueueResponse?> CompleteAsync(
        RunCache.Lease lease, WorkflowRun run, PollWorkflowTaskQueueResponse task, long begun)
    {
        var keepAlive = await WaitForLocalActivitiesAsync(run, begun);
        var answers = await run.AnswerAsync(task.Queries);
        var response = await _replies.CompleteAsync(task, run, answers, keepAlive);
        if (response.ResetHistoryEventId > 0)
        {
            run.ForgetLastTask();
        }

        if (run.Instance.Outcome.IsClosed)
        {
            Drop(lease);
        }

        return response.WorkflowTask is { TaskToken.IsEmpty: false } next ? next : null;
    }

    // Results that come while the task lasts belong to it; before its time is out it is renewed.
    private async Task<bool> WaitForLocalActivitiesAsync(WorkflowRun run, long begun)
    {
        if (!run.Instance.Machines.HasRunningLocalActivities)
        {
            return false;
        }

        var left = (run.Instance.Info.TaskTimeout * 0.8) - context.Time.GetElapsedTime(begun);
        using var renew = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, context.Time);
        try
        {
            while (run.Instance.Machines.HasRunningLocalActivities && !run.Instance.Outcome.IsClosed)
            {
                await run.ContinueAfterLocalActivityAsync(renew.Token);
            }

            return false;
        }
        catch (OperationCanceledException) when (renew.IsCancellationRequested)
        {
            return true;
        }
    }

    private static async Task DecodeMessagesAsync(IPayloadCodec? codec, PollWorkflowTaskQueueResponse task)
    {
        if (codec == null)
        {
            return;
        }

        foreach (var message in task.Messages)
        {
            if (message.Body.Is(Request.Descriptor))
            {
                var request = message.Body.Unpack<Request>();
                await PayloadCodecPass.DecodeAsync(codec, [request]);
                message.Body = Google.Protobuf.WellKnownTypes.Any.Pack(request);
            }
        }

        await PayloadCodecPass.DecodeAsync(codec, task.Query == null ? task.Queries.Values : task.Queries.Values.Append(task.Query));
    }
}
