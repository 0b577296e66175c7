using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Commands;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Resets;

/// <summary>Folds events into the state that they left: what was pending at that point of a history. Each event changes one table.</summary>
internal static class RunReplay
{
    public static void Apply(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowTaskCompleted:
                state.LastCompletedTaskStartedId = e.WorkflowTaskCompletedEventAttributes.StartedEventId;
                VersionSteps.Replay(state, e);
                break;
            case EventType.WorkflowExecutionOptionsUpdated:
                VersionSteps.Replay(state, e);
                break;
            case EventType.TimerStarted:
                var timer = e.TimerStartedEventAttributes;
                var due = e.EventTime.ToDateTimeOffset() + timer.StartToFireTimeout.OrZero();
                state.Timers = state.Timers.SetItem(timer.TimerId, new(timer.TimerId, e.EventId, due));
                break;
            case EventType.TimerFired:
                state.Timers = state.Timers.Remove(e.TimerFiredEventAttributes.TimerId);
                break;
            case EventType.TimerCanceled:
                state.Timers = state.Timers.Remove(e.TimerCanceledEventAttributes.TimerId);
                break;
            case EventType.WorkflowExecutionSignaled:
                state.SignalCount++;
                break;
            case EventType.WorkflowExecutionCancelRequested:
                state.CancelRequested = true;
                break;
            case EventType.UpsertWorkflowSearchAttributes:
                state.SearchAttributes = Merged(state.SearchAttributes, e.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes);
                break;
            case EventType.WorkflowPropertiesModified:
                state.Memo = Merged(state.Memo, e.WorkflowPropertiesModifiedEventAttributes.UpsertedMemo);
                break;
            default:
                ApplyActivity(state, e);
                ApplyChild(state, e);
                ApplyExternal(state, e);
                NexusReplay.Apply(state, e);
                ApplyUpdate(state, e);
                break;
        }
    }

    private static void ApplyActivity(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.ActivityTaskScheduled:
                state.Activities = state.Activities.Add(e.EventId, ActivityAttempts.Pending(e));
                break;
            case EventType.ActivityTaskCancelRequested:
                var id = e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId;
                if (state.Activities.TryGetValue(id, out var activity))
                {
                    state.Activities = state.Activities.SetItem(id, activity with { CancelRequestedEventId = e.EventId });
                }

                break;
            case EventType.ActivityTaskCompleted:
                state.Activities = state.Activities.Remove(e.ActivityTaskCompletedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskFailed:
                state.Activities = state.Activities.Remove(e.ActivityTaskFailedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskTimedOut:
                state.Activities = state.Activities.Remove(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskCanceled:
                state.Activities = state.Activities.Remove(e.ActivityTaskCanceledEventAttributes.ScheduledEventId);
                break;
            default:
                break;
        }
    }

    private static void ApplyChild(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.StartChildWorkflowExecutionInitiated:
                state.Children = state.Children.Add(e.EventId, new()
                {
                    InitiatedEventId = e.EventId,
                    Initiated = e.StartChildWorkflowExecutionInitiatedEventAttributes,
                    Metadata = e.UserMetadata,
                    RequestId = PendingChild.RequestOf(state.Key.RunId, e.EventId),
                });
                break;
            case EventType.ChildWorkflowExecutionStarted:
                var started = e.ChildWorkflowExecutionStartedEventAttributes;
                state.Children = state.Children.SetItem(started.InitiatedEventId, state.Children[started.InitiatedEventId] with
                {
                    StartedEventId = e.EventId,
                    RunId = started.WorkflowExecution.RunId,
                });
                break;
            case EventType.StartChildWorkflowExecutionFailed:
                state.Children = state.Children.Remove(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionCompleted:
                state.Children = state.Children.Remove(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                state.Children = state.Children.Remove(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                state.Children = state.Children.Remove(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                state.Children = state.Children.Remove(e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                state.Children = state.Children.Remove(e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId);
                break;
            default:
                break;
        }
    }

    private static void ApplyExternal(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.SignalExternalWorkflowExecutionInitiated:
                var signal = new PendingSignal(e.EventId, e.SignalExternalWorkflowExecutionInitiatedEventAttributes, Guid.NewGuid().ToString());
                state.Signals = state.Signals.Add(e.EventId, signal);
                break;
            case EventType.ExternalWorkflowExecutionSignaled:
                state.Signals = state.Signals.Remove(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId);
                break;
            case EventType.SignalExternalWorkflowExecutionFailed:
                state.Signals = state.Signals.Remove(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.RequestCancelExternalWorkflowExecutionInitiated:
                var cancel = new PendingCancel(e.EventId, e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes, Guid.NewGuid().ToString());
                state.Cancels = state.Cancels.Add(e.EventId, cancel);
                break;
            case EventType.ExternalWorkflowExecutionCancelRequested:
                state.Cancels = state.Cancels.Remove(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId);
                break;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                state.Cancels = state.Cancels.Remove(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            default:
                break;
        }
    }

    private static void ApplyUpdate(RunState state, HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowExecutionUpdateAdmitted:
                var admitted = e.WorkflowExecutionUpdateAdmittedEventAttributes.Request;
                Put(state, new() { Id = admitted.Meta.UpdateId, Stage = UpdateStage.Admitted, Order = e.EventId, Request = admitted, AdmittedByEvent = true });
                break;
            case EventType.WorkflowExecutionUpdateAccepted:
                var accepted = e.WorkflowExecutionUpdateAcceptedEventAttributes;
                var known = state.Updates.GetValueOrDefault(accepted.ProtocolInstanceId);
                Put(state, new()
                {
                    Id = accepted.ProtocolInstanceId,
                    Stage = UpdateStage.Accepted,
                    Order = known?.Order ?? e.EventId,
                    Request = known?.Request ?? accepted.AcceptedRequest,
                    AdmittedByEvent = known is not null,
                    AcceptedEventId = e.EventId,
                });
                break;
            case EventType.WorkflowExecutionUpdateCompleted:
                var completed = e.WorkflowExecutionUpdateCompletedEventAttributes;
                Put(state, state.Updates[completed.Meta.UpdateId] with { Stage = UpdateStage.Completed, Outcome = completed.Outcome });
                break;
            default:
                break;
        }
    }

    private static void Put(RunState state, UpdateEntry update)
    {
        state.UpdateCount += state.Updates.ContainsKey(update.Id) ? 0 : 1;
        state.Updates = state.Updates.SetItem(update.Id, update);
    }

    private static SearchAttributes Merged(SearchAttributes? before, SearchAttributes changes)
    {
        var merged = before?.Clone() ?? new SearchAttributes();
        NullPayload.Merge(merged.IndexedFields, changes.IndexedFields);
        return merged;
    }

    private static Memo Merged(Memo? before, Memo changes)
    {
        var merged = before?.Clone() ?? new Memo();
        NullPayload.Merge(merged.Fields, changes.Fields);
        return merged;
    }
}
