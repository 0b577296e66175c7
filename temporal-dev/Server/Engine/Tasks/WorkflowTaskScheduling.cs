using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Makes workflow tasks pending.</summary>
internal static class WorkflowTaskScheduling
{
    // From the fourth attempt on the limit of a task grows, so that one too slow for it gets through in the end.
    private const int AttemptsWithPlainLimit = 3;
    private static readonly TimeSpan FirstGrowth = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LargestGrowth = TimeSpan.FromMinutes(10);

    /// <summary>Something happened that the workflow must see: a task comes unless one is pending or the run still waits to begin.</summary>
    public static void Need(RunChange run)
    {
        var state = run.State;
        if (state.Task is { Kind: WorkflowTaskKind.Speculative, IsStarted: true } task)
        {
            // It no longer is for updates alone. The real server has forgotten by then who started it.
            WorkflowTaskEvents.Materialise(run, task with { Identity = string.Empty });
        }

        if (state.IsRunning && state.Task is null && state.FirstTaskDue is null && !state.AwaitsParent)
        {
            Schedule(run, WorkflowTaskKind.Normal);
        }
    }

    /// <summary>Updates wait and nothing else does: a task that leaves no trace unless something comes of it.</summary>
    public static void NeedForUpdates(RunChange run)
    {
        var state = run.State;
        if (state.IsRunning && state.Task is null && state.FirstTaskDue is null && !state.AwaitsParent)
        {
            Schedule(run, WorkflowTaskKind.Speculative);
        }
    }

    /// <summary>Schedules a task; only while none is pending.</summary>
    /// <param name="attempt">Above 1 the task is transient, unless events were waiting to be written.</param>
    /// <param name="originalTime">Scheduled time of the first task of a forced chain; null starts one.</param>
    public static void Schedule(RunChange run, WorkflowTaskKind kind, int attempt = 1, DateTimeOffset? originalTime = null)
    {
        var state = run.State;
        if (!state.Buffered.IsEmpty)
        {
            run.Flush();
            (kind, attempt) = (WorkflowTaskKind.Normal, 1);
        }
        else if (attempt > 1)
        {
            kind = WorkflowTaskKind.Transient;
        }

        var task = new PendingWorkflowTask
        {
            Kind = kind,
            Stamp = Guid.NewGuid().ToString(),
            ScheduledEventId = state.NextEventId,
            Attempt = attempt,
            ScheduledTime = run.Now,
            OriginalScheduledTime = originalTime ?? run.Now,
            StartToClose = Limit(state.Start.WorkflowTaskTimeout.OrZero(), attempt),
            ScheduleToStart = state.Sticky?.ScheduleToStart ?? (kind == WorkflowTaskKind.Speculative ? EngineLimits.SpeculativeScheduleToStart : null),
            Queue = Queue(state),
        };
        if (kind == WorkflowTaskKind.Normal)
        {
            WorkflowTaskEvents.WriteScheduled(run, task);
        }

        state.MoveTask(task);
        run.Then(new OfferWorkflowTask(run.Key, task.Stamp));
    }

    private static TaskQueue Queue(RunState state) => state.Sticky is { } sticky
        ? new() { Name = sticky.Name, Kind = TaskQueueKind.Sticky, NormalName = state.TaskQueue }
        : new() { Name = state.TaskQueue, Kind = TaskQueueKind.Normal };

    private static TimeSpan Limit(TimeSpan limit, int attempt)
    {
        if (attempt <= AttemptsWithPlainLimit)
        {
            return limit;
        }

        var growth = FirstGrowth * Math.Pow(2, Math.Min(attempt - AttemptsWithPlainLimit - 1, 16));
        return limit + (growth < LargestGrowth ? growth : LargestGrowth);
    }
}
