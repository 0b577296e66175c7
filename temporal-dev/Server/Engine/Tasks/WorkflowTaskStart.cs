using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Gives the pending workflow task to a worker.</summary>
internal static class WorkflowTaskStart
{
    /// <summary>Starts the scheduled task.</summary>
    /// <param name="version">Version of the worker that decides on its tasks; null for none.</param>
    /// <param name="buildId">Build of the worker; empty for none.</param>
    /// <param name="tellsSize">False for an eager start, whose Started event has no history size.</param>
    public static PendingWorkflowTask Start(RunChange run, string identity, string requestId, WorkerVersion? version, bool tellsSize = true, string buildId = "")
    {
        var state = run.State;
        VersionSteps.Begin(state, version);
        var task = state.Task!;
        if (task.Kind != WorkflowTaskKind.Normal && task.ScheduledEventId != state.NextEventId)
        {
            // Events came after it was scheduled: it becomes a task for them.
            task = task with { Attempt = 1, ScheduledTime = run.Now };
            task = WorkflowTaskEvents.Materialise(run, task);
        }

        task = task with
        {
            StartedTime = run.Now,
            Identity = identity,
            RequestId = requestId,
            BuildId = buildId,
            HistorySizeBytes = tellsSize ? state.HistorySizeBytes : 0,
            SuggestContinueAsNew = state.LastEventId >= EngineLimits.SuggestEvents
                || state.HistorySizeBytes >= EngineLimits.SuggestBytes
                || state.UpdateCount >= EngineLimits.SuggestUpdates,
        };
        var startedId = task.Kind == WorkflowTaskKind.Normal ? WorkflowTaskEvents.WriteStarted(run, task).EventId : task.ScheduledEventId + 1;
        task = task with { StartedEventId = startedId };
        state.MoveTask(task);
        SendUpdates(state);
        return task;
    }

    private static void SendUpdates(RunState state)
    {
        foreach (var update in state.Updates.Values)
        {
            if (update is { Stage: UpdateStage.Admitted })
            {
                state.Put(update with { Stage = UpdateStage.Sent });
            }
        }
    }
}
