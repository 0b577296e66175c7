namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>What a run waits for on the clock.</summary>
internal enum DeadlineKind
{
    FirstWorkflowTask,
    Timer,
    ActivityRetry,
    ActivityTimeout,
    WorkflowTaskScheduleToStart,
    WorkflowTaskStartToClose,
    RunTimeout,
    ExecutionTimeout,
}

/// <summary>One due time of a run, and the event id of the thing that is due (zero: the run itself).</summary>
internal readonly record struct Deadline(DateTimeOffset Due, DeadlineKind Kind, long EventId);

/// <summary>All due times follow from a run's state, so none can be lost, doubled or stale.</summary>
internal static class RunDeadlines
{
    /// <summary>The earliest; on equal times the lowest event id. Null for none.</summary>
    public static Deadline? Next(RunState state)
    {
        Deadline? first = null;
        foreach (var deadline in Of(state))
        {
            if (first is not { } f || deadline.Due < f.Due || (deadline.Due == f.Due && deadline.EventId < f.EventId))
            {
                first = deadline;
            }
        }

        return first;
    }

    public static IEnumerable<Deadline> Of(RunState state)
    {
        if (!state.IsRunning)
        {
            yield break;
        }

        if (state.FirstTaskDue is { } firstTask)
        {
            yield return new(firstTask, DeadlineKind.FirstWorkflowTask, 0);
        }

        foreach (var timer in state.Timers.Values)
        {
            yield return new(timer.Due, DeadlineKind.Timer, timer.StartedEventId);
        }

        foreach (var activity in state.Activities.Values)
        {
            foreach (var deadline in OfActivity(activity))
            {
                yield return deadline;
            }
        }

        if (state.Task is { } task)
        {
            if (task.StartedTime is { } started)
            {
                yield return new(started + task.StartToClose, DeadlineKind.WorkflowTaskStartToClose, task.StartedEventId);
            }
            else if (task.ScheduleToStart is { } wait)
            {
                yield return new(task.ScheduledTime + wait, DeadlineKind.WorkflowTaskScheduleToStart, task.ScheduledEventId);
            }
        }

        if (state.RunExpiration is { } run)
        {
            yield return new(run, DeadlineKind.RunTimeout, long.MaxValue - 1);
        }

        if (state.ExecutionExpiration is { } execution)
        {
            yield return new(execution, DeadlineKind.ExecutionTimeout, long.MaxValue);
        }
    }

    private static IEnumerable<Deadline> OfActivity(PendingActivity activity)
    {
        if (activity.RetryDue is { } retry && activity.Pause is null)
        {
            yield return new(retry, DeadlineKind.ActivityRetry, activity.ScheduledEventId);
        }

        if (ActivityDeadlines.Next(activity) is { } timeout)
        {
            yield return new(timeout.Due, DeadlineKind.ActivityTimeout, activity.ScheduledEventId);
        }
    }
}
