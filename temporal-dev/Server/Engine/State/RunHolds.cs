namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>
/// What of a run must happen in real time, so that a skipping clock waits for it: a workflow task, an activity or Nexus attempt from
/// scheduled until closed. Backoffs, delays and timers are what the clock may jump over.
/// </summary>
internal static class RunHolds
{
    public static IEnumerable<string> Of(RunState state)
    {
        if (!state.IsRunning)
        {
            yield break;
        }

        if (state.Task is { } task)
        {
            yield return $"workflow task {state.Key} {task.Stamp}";
        }

        foreach (var operation in state.NexusOperations.Values)
        {
            if (operation.IsOffered || operation.Cancellation?.Stage == NexusCancellationStage.Offered)
            {
                yield return $"nexus task {state.Key} {operation.ScheduledEventId}";
            }
        }

        foreach (var activity in state.Activities.Values)
        {
            if (!activity.IsBackingOff && activity.Pause is null)
            {
                yield return $"activity task {state.Key} {activity.ScheduledEventId}";
            }
        }
    }
}
