using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Nexus operations of a run that is made again from its history.</summary>
internal static class NexusReplay
{
    /// <summary>Folds an event into the table of operations.</summary>
    public static void Apply(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.NexusOperationScheduled:
                state.NexusOperations = state.NexusOperations.Add(e.EventId, OperationAttempts.Pending(e));
                break;
            case EventType.NexusOperationStarted:
                var started = e.NexusOperationStartedEventAttributes;
                Change(state, started.ScheduledEventId, operation => OperationAttempts.Started(operation, started.OperationToken, e.EventTime.ToDateTimeOffset()));
                break;
            case EventType.NexusOperationCancelRequested:
                Change(state, e.NexusOperationCancelRequestedEventAttributes.ScheduledEventId, operation => operation with
                {
                    Cancellation = new() { RequestedEventId = e.EventId, Stage = NexusCancellationStage.Requested },
                });
                break;
            case EventType.NexusOperationCancelRequestCompleted:
                Change(state, e.NexusOperationCancelRequestCompletedEventAttributes.ScheduledEventId, static operation => Answered(operation, NexusCancellationStage.Delivered));
                break;
            case EventType.NexusOperationCancelRequestFailed:
                Change(state, e.NexusOperationCancelRequestFailedEventAttributes.ScheduledEventId, static operation => Answered(operation, NexusCancellationStage.Failed));
                break;
            default:
                if (Ended(e) is { } id) state.NexusOperations = state.NexusOperations.Remove(id);
                break;
        }
    }

    /// <summary>Takes up what came to an operation after the point that its run is reset to: it is not asked for twice.</summary>
    public static void Reapply(RunChange run, HistoryEvent e)
    {
        var id = e.EventType == EventType.NexusOperationStarted ? e.NexusOperationStartedEventAttributes.ScheduledEventId : Ended(e);
        if (id is null || !run.State.NexusOperations.TryGetValue(id.Value, out var operation) || operation.Scheduled.RequestId != RequestId(e)) return;
        run.Write(e.EventType, copy =>
        {
            var now = copy.EventTime;
            copy.MergeFrom(e);
            copy.EventTime = now;
            (copy.EventId, copy.TaskId) = (0, 0);
        });
        Apply(run.State, e);
    }

    /// <summary>Calls again what was under way.</summary>
    public static void Resume(RunChange run)
    {
        foreach (var operation in run.State.NexusOperations.Values)
        {
            if (!operation.IsStarted) OperationAttempts.Offer(run, operation);
            else if (operation.Cancellation is { Stage: NexusCancellationStage.Requested }) CancellationAttempts.Offer(run, operation);
        }
    }

    private static long? Ended(HistoryEvent e) => e.EventType switch
    {
        EventType.NexusOperationCompleted => e.NexusOperationCompletedEventAttributes.ScheduledEventId,
        EventType.NexusOperationFailed => e.NexusOperationFailedEventAttributes.ScheduledEventId,
        EventType.NexusOperationCanceled => e.NexusOperationCanceledEventAttributes.ScheduledEventId,
        EventType.NexusOperationTimedOut => e.NexusOperationTimedOutEventAttributes.ScheduledEventId,
        _ => null,
    };

    private static string RequestId(HistoryEvent e) => e.EventType switch
    {
        EventType.NexusOperationStarted => e.NexusOperationStartedEventAttributes.RequestId,
        EventType.NexusOperationCompleted => e.NexusOperationCompletedEventAttributes.RequestId,
        EventType.NexusOperationFailed => e.NexusOperationFailedEventAttributes.RequestId,
        EventType.NexusOperationCanceled => e.NexusOperationCanceledEventAttributes.RequestId,
        _ => e.NexusOperationTimedOutEventAttributes.RequestId,
    };

    private static PendingNexusOperation Answered(PendingNexusOperation operation, NexusCancellationStage stage) =>
        operation.Cancellation is { } cancellation ? operation with { Cancellation = cancellation with { Stage = stage } } : operation;

    private static void Change(RunState state, long id, Func<PendingNexusOperation, PendingNexusOperation> change)
    {
        if (state.NexusOperations.TryGetValue(id, out var operation)) state.NexusOperations = state.NexusOperations.SetItem(id, change(operation));
    }
}
