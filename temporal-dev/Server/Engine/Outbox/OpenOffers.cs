using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>What a run has before pollers, told by its state alone: queues live in memory and are filled again from here.</summary>
internal static class OpenOffers
{
    /// <summary>Scheduled tasks that nobody has started.</summary>
    public static IEnumerable<OutboxTask> Of(RunState state)
    {
        if (!state.IsRunning)
        {
            yield break;
        }

        if (state.Task is { IsStarted: false } task)
        {
            yield return new OfferWorkflowTask(state.Key, task.Stamp);
        }

        foreach (var operation in state.NexusOperations.Values)
        {
            if (operation.IsOffered)
            {
                yield return new OfferNexusStart(state.Key, operation.ScheduledEventId, operation.Stamp);
            }

            if (operation.Cancellation is { Stage: NexusCancellationStage.Offered } cancellation)
            {
                yield return new OfferNexusCancel(state.Key, operation.ScheduledEventId, cancellation.Stamp);
            }
        }

        foreach (var activity in state.Activities.Values)
        {
            if (activity is { IsStarted: false, IsBackingOff: false, Pause: null })
            {
                yield return new OfferActivityTask(state.Key, activity.ScheduledEventId, activity.Stamp);
            }
        }
    }
}
