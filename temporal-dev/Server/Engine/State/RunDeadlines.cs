namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>What a run waits for on the clock.</summary>
internal enum DeadlineKind
{
    FirstWorkflowTask,
    Timer,
    ActivityRetry,
    ActivityTimeout,
    NexusTimeout,
    NexusRetry,
    NexusCancelRetry,
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
        if (!state.IsRunning)
        {
            return null;
        }

        Deadline? first = null;
        Consider(ref first, state.FirstTaskDue, DeadlineKind.FirstWorkflowTask, 0);
        ConsiderTimers(ref first, state);
        ConsiderActivities(ref first, state);
        ConsiderNexus(ref first, state);
        ConsiderTask(ref first, state.Task);
        Consider(ref first, state.RunExpiration, DeadlineKind.RunTimeout, long.MaxValue - 1);
        Consider(ref first, state.ExecutionExpiration, DeadlineKind.ExecutionTimeout, long.MaxValue);
        return first;
    }

    private static void Consider(ref Deadline? first, DateTimeOffset? due, DeadlineKind kind, long eventId)
    {
        if (due is { } at && (first is not { } f || at < f.Due || (at == f.Due && eventId < f.EventId)))
        {
            first = new(at, kind, eventId);
        }
    }

    // To walk through an empty one of these dictionaries costs more than to see that it is empty.
    private static void ConsiderTimers(ref Deadline? first, RunState state)
    {
        if (state.Timers.IsEmpty)
        {
            return;
        }

        foreach (var (_, timer) in state.Timers)
        {
            Consider(ref first, timer.Due, DeadlineKind.Timer, timer.StartedEventId);
        }
    }

    private static void ConsiderActivities(ref Deadline? first, RunState state)
    {
        if (state.Activities.IsEmpty)
        {
            return;
        }

        foreach (var (id, activity) in state.Activities)
        {
            Consider(ref first, activity.Pause is null ? activity.RetryDue : null, DeadlineKind.ActivityRetry, id);
            Consider(ref first, ActivityDeadlines.Next(activity)?.Due, DeadlineKind.ActivityTimeout, id);
        }
    }

    private static void ConsiderNexus(ref Deadline? first, RunState state)
    {
        if (state.NexusOperations.IsEmpty)
        {
            return;
        }

        foreach (var (id, operation) in state.NexusOperations)
        {
            Consider(ref first, operation.Expiration, DeadlineKind.NexusTimeout, id);
            Consider(ref first, operation.Attempts.RetryDue, DeadlineKind.NexusRetry, id);
            Consider(ref first, operation.Cancellation?.Attempts.RetryDue, DeadlineKind.NexusCancelRetry, id);
        }
    }

    private static void ConsiderTask(ref Deadline? first, PendingWorkflowTask? task)
    {
        if (task?.StartedTime is { } started)
        {
            Consider(ref first, started + task.StartToClose, DeadlineKind.WorkflowTaskStartToClose, task.StartedEventId);
        }
        else if (task?.ScheduleToStart is { } wait)
        {
            Consider(ref first, task.ScheduledTime + wait, DeadlineKind.WorkflowTaskScheduleToStart, task.ScheduledEventId);
        }
    }
}
