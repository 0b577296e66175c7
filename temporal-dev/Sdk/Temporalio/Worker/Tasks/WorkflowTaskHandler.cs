using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Metrics;
using Temporalio.Workflows;

namespace Temporalio.Worker.Tasks;

/// <summary>Handles workflow tasks: finds or makes the run, lets it run, and answers the server.</summary>
/// <param name="context">The worker.</param>
/// <param name="workflows">Workflow types.</param>
/// <param name="localActivities">Runs local activities.</param>
/// <param name="activities">Runs activities.</param>
internal sealed class WorkflowTaskHandler(
    WorkerContext context, WorkerRegistry<WorkflowDefinition> workflows, LocalActivityExecutor localActivities, ActivityExecutor activities)
{
    private readonly WorkflowMetrics _metrics = new(context.Metrics);
    private readonly RunCache _cache = new(context.Options.MaxCachedWorkflows);
    private readonly TaskHistory _history = new(context);
    private readonly WorkflowTaskReplies _replies = new(context, new(context, activities));
    private readonly WorkflowRunFactory _factory = new(context, workflows, localActivities);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Handles a task and those that the server gives in answer.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isSticky">Whether it came by the worker's own queue, and so for a run that should be kept.</param>
    public async Task HandleAsync(PollWorkflowTaskQueueResponse task, bool isSticky)
    {
        using (var lease = await _cache.AcquireAsync(task.WorkflowExecution.RunId))
        {
            if (_metrics.IsOn && (isSticky || lease.Run != null))
            {
                _metrics.Cache(lease.Run != null);
            }

            for (var next = task; next != null;)
            {
                next = await MeasuredAsync(lease, next);
            }

            if (!context.IsSticky)
            {
                Drop(lease);
            }
        }

        if (_metrics.IsOn)
        {
            if (_cache.TakeEvicted() is > 0 and var evicted)
            {
                _metrics.Evicted(evicted);
            }

            _metrics.Cached(_cache.Count);
        }
    }

    private async Task<PollWorkflowTaskQueueResponse?> MeasuredAsync(RunCache.Lease lease, PollWorkflowTaskQueueResponse task)
    {
        if (!_metrics.IsOn)
        {
            return await HandleOneAsync(lease, task);
        }

        var metrics = _metrics.Of(task.WorkflowType.Name);
        if (task.StartedTime != null && task.ScheduledTime != null)
        {
            var waited = task.StartedTime.ToDateTime() - task.ScheduledTime.ToDateTime();
            metrics.ScheduleToStart.Record(waited > TimeSpan.Zero ? waited : TimeSpan.Zero);
        }

        var begun = context.Time.GetTimestamp();
        var next = await HandleOneAsync(lease, task);
        metrics.Execution.Record(context.Time.GetElapsedTime(begun));
        return next;
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
            if (_metrics.IsOn && task.Query == null)
            {
                _metrics.Of(task.WorkflowType.Name).TaskFailed(e);
            }

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

        var isNew = lease.Run == null;
        var run = lease.Run ??= _factory.Create(task);
        await run.Codec.DecodeAsync(events);
        await DecodeMessagesAsync(run.Codec, task);
        var begun = context.Time.GetTimestamp();

        // A query of its own comes with history that was all lived through before.
        var replayedUpTo = task.Query == null ? task.PreviousStartedEventId : long.MaxValue;
        await run.ApplyAsync(events, replayedUpTo, task.Messages);
        if (isNew && _metrics.IsOn && task.PreviousStartedEventId > 0)
        {
            _metrics.Of(task.WorkflowType.Name).Replay.Record(context.Time.GetElapsedTime(begun));
        }

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

        if (run.Instance.Outcome.ClosedBy is { } how)
        {
            if (_metrics.IsOn)
            {
                _metrics.Of(task.WorkflowType.Name).Ended(how, context.Time.GetUtcNow().UtcDateTime - run.Instance.Info.StartTime);
            }

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

    private static async Task DecodeMessagesAsync(RunCodec codec, PollWorkflowTaskQueueResponse task)
    {
        foreach (var message in task.Messages)
        {
            if (message.Body.Is(Request.Descriptor))
            {
                var request = message.Body.Unpack<Request>();
                await codec.DecodeAsync([request]);
                message.Body = Google.Protobuf.WellKnownTypes.Any.Pack(request);
            }
        }

        await codec.DecodeAsync(task.Query == null ? task.Queries.Values : task.Queries.Values.Append(task.Query));
    }
}
