using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>The Scheduled and Started events of a workflow task: written, or only shown to the worker.</summary>
internal static class WorkflowTaskEvents
{
    public static HistoryEvent WriteScheduled(RunChange run, PendingWorkflowTask task) =>
        run.Write(EventType.WorkflowTaskScheduled, e => FillScheduled(e, task));

    public static HistoryEvent WriteStarted(RunChange run, PendingWorkflowTask task) =>
        run.Write(EventType.WorkflowTaskStarted, e => FillStarted(e, task));

    /// <summary>Gives a task that history does not show yet its events, and makes it a normal one.</summary>
    public static PendingWorkflowTask Materialise(RunChange run, PendingWorkflowTask task)
    {
        if (task.Kind == WorkflowTaskKind.Normal)
        {
            return task;
        }

        var normal = task with { Kind = WorkflowTaskKind.Normal, ScheduledEventId = WriteScheduled(run, task).EventId };
        if (task.IsStarted)
        {
            normal = normal with { StartedEventId = WriteStarted(run, normal).EventId };
        }

        run.State.MoveTask(normal);
        return normal;
    }

    /// <summary>What the worker is shown of a task that history does not show: empty for a normal one.</summary>
    public static IReadOnlyList<HistoryEvent> Unwritten(PendingWorkflowTask task)
    {
        if (task.Kind == WorkflowTaskKind.Normal)
        {
            return [];
        }

        var scheduled = new HistoryEvent { EventId = task.ScheduledEventId, EventType = EventType.WorkflowTaskScheduled };
        FillScheduled(scheduled, task);
        var started = new HistoryEvent { EventId = task.StartedEventId, EventType = EventType.WorkflowTaskStarted };
        FillStarted(started, task);
        return [scheduled, started];
    }

    private static void FillScheduled(HistoryEvent e, PendingWorkflowTask task)
    {
        e.EventTime = task.ScheduledTime.ToProto();
        e.WorkflowTaskScheduledEventAttributes = new()
        {
            TaskQueue = task.Queue,
            StartToCloseTimeout = task.StartToClose.ToProto(),
            Attempt = task.Attempt,
        };
    }

    private static void FillStarted(HistoryEvent e, PendingWorkflowTask task)
    {
        e.EventTime = task.StartedTime!.Value.ToProto();
        e.WorkflowTaskStartedEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            Identity = task.Identity,
            RequestId = task.RequestId,
            SuggestContinueAsNew = task.SuggestContinueAsNew,
            HistorySizeBytes = task.HistorySizeBytes,
            WorkerVersion = WorkerBuilds.Stamp(task.BuildId),
        };
    }
}
