using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Ends a workflow task that did not complete, and schedules the next attempt.</summary>
internal static class WorkflowTaskFailing
{
    /// <summary>Identity of what the server does on its own.</summary>
    public const string ServerIdentity = "history-service";

    /// <summary>Fails the started task and schedules its successor.</summary>
    /// <param name="writesEvents">Events that waited are written first, and the next task is a repeated attempt all the same.</param>
    public static void Fail(RunChange run, WorkflowTaskFailedCause cause, Failure? failure, string identity, bool writesEvents = false)
    {
        var attempt = End(run, task => run.Write(EventType.WorkflowTaskFailed, e => e.WorkflowTaskFailedEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Cause = cause,
            Failure = failure,
            Identity = identity,
        }));
        if (writesEvents)
        {
            run.Flush();
        }

        WorkflowTaskScheduling.Schedule(run, WorkflowTaskKind.Normal, attempt);
    }

    /// <summary>Fails a started task because the run is being closed from outside; no successor.</summary>
    public static void ForceClose(RunChange run)
    {
        if (run.State.Task is not { IsStarted: true } task)
        {
            run.State.MoveTask(null);
            return;
        }

        task = WorkflowTaskEvents.Materialise(run, task);
        run.State.MoveTask(null);
        run.Write(EventType.WorkflowTaskFailed, e => e.WorkflowTaskFailedEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Cause = WorkflowTaskFailedCause.ForceCloseCommand,
            Identity = ServerIdentity,
        });
    }

    /// <summary>The worker did not answer in time.</summary>
    public static void TimeOutStarted(RunChange run)
    {
        var attempt = End(run, task => run.Write(EventType.WorkflowTaskTimedOut, e => e.WorkflowTaskTimedOutEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            TimeoutType = TimeoutType.StartToClose,
        }));
        WorkflowTaskScheduling.Schedule(run, WorkflowTaskKind.Normal, attempt);
    }

    /// <summary>No worker took the task in time: it goes to the normal queue, its attempt unchanged.</summary>
    public static void TimeOutScheduled(RunChange run)
    {
        var attempt = run.State.Task!.Attempt;
        var task = WorkflowTaskEvents.Materialise(run, run.State.Task);
        run.State.MoveTask(null);
        run.State.Sticky = null;
        run.Write(EventType.WorkflowTaskTimedOut, e => e.WorkflowTaskTimedOutEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            TimeoutType = TimeoutType.ScheduleToStart,
        });
        WorkflowTaskScheduling.Schedule(run, WorkflowTaskKind.Normal, attempt);
    }

    // Returns the attempt of the next task. A repeated attempt that fails again leaves no event.
    private static int End(RunChange run, Action<PendingWorkflowTask> write)
    {
        var state = run.State;
        var task = state.Task!;
        if (task.Kind == WorkflowTaskKind.Speculative)
        {
            task = WorkflowTaskEvents.Materialise(run, task);
        }

        state.MoveTask(null);
        state.IsClosing = false;
        if (task.Kind == WorkflowTaskKind.Normal)
        {
            write(task);
        }

        foreach (var update in state.Updates.Values.Where(update => update.Stage == UpdateStage.Sent).ToList())
        {
            state.Put(update with { Stage = UpdateStage.Admitted });
        }

        // A cached worker gets no second chance: the next attempt is a first one, with the whole history, on the normal queue.
        var keepsAttempt = state.Sticky is not null;
        state.Sticky = null;
        return keepsAttempt ? task.Attempt : task.Attempt + 1;
    }
}
