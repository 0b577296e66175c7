using Gauntlet.Temporal.Server.Engine.State.Lifecycles;
using Tables = Gauntlet.Temporal.Server.Engine.State.Lifecycles.Lifecycles;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Changes what a run waits for, by the tables of <see cref="Tables"/>.</summary>
internal static class RunEntities
{
    /// <summary>Puts the workflow task in place of the one before; null for none.</summary>
    public static void MoveTask(this RunState state, PendingWorkflowTask? task)
    {
        Tables.WorkflowTask.Require(Of(state.Task), Of(task));
        state.Task = task;
    }

    /// <summary>Puts an activity in place of what it was.</summary>
    public static void Put(this RunState state, PendingActivity activity)
    {
        Tables.Activity.Require(Of(state.Activities.GetValueOrDefault(activity.ScheduledEventId)), Of(activity));
        state.Activities = state.Activities.SetItem(activity.ScheduledEventId, activity);
    }

    /// <summary>Starts a timer.</summary>
    public static void Put(this RunState state, PendingTimer timer)
    {
        Tables.Timer.Require(TimerStage.None, TimerStage.Running);
        state.Timers = state.Timers.Add(timer.TimerId, timer);
    }

    /// <summary>Puts a child in place of what it was.</summary>
    public static void Put(this RunState state, PendingChild child)
    {
        Tables.Child.Require(Of(state.Children.GetValueOrDefault(child.InitiatedEventId)), Of(child));
        state.Children = state.Children.SetItem(child.InitiatedEventId, child);
    }

    /// <summary>Sends a signal.</summary>
    public static void Put(this RunState state, PendingSignal signal)
    {
        Tables.Delivery.Require(DeliveryStage.None, DeliveryStage.Initiated);
        state.Signals = state.Signals.Add(signal.InitiatedEventId, signal);
    }

    /// <summary>Sends a cancel request.</summary>
    public static void Put(this RunState state, PendingCancel cancel)
    {
        Tables.Delivery.Require(DeliveryStage.None, DeliveryStage.Initiated);
        state.Cancels = state.Cancels.Add(cancel.InitiatedEventId, cancel);
    }

    /// <summary>Puts a Nexus operation in place of what it was.</summary>
    public static void Put(this RunState state, PendingNexusOperation operation)
    {
        var before = state.NexusOperations.GetValueOrDefault(operation.ScheduledEventId);
        Tables.NexusOperation.Require(Of(before), Of(operation));
        Tables.NexusCancellation.Require(before?.Cancellation?.Stage ?? default, operation.Cancellation?.Stage ?? default);
        state.NexusOperations = state.NexusOperations.SetItem(operation.ScheduledEventId, operation);
    }

    /// <summary>Puts a callback in place of what it was.</summary>
    public static void Put(this RunState state, long place, CompletionCallback callback)
    {
        Tables.Callback.Require(state.Callbacks.GetValueOrDefault(place)?.Stage ?? default, callback.Stage);
        state.Callbacks = state.Callbacks.SetItem(place, callback);
    }

    /// <summary>Puts an update in place of what it was.</summary>
    public static void Put(this RunState state, UpdateEntry update)
    {
        Tables.Update.Require(Of(state.Updates.GetValueOrDefault(update.Id)), Of(update));
        state.Updates = state.Updates.SetItem(update.Id, update);
    }

    /// <summary>Ends an activity.</summary>
    public static void RemoveActivity(this RunState state, long scheduledEventId)
    {
        Tables.Activity.Require(Of(state.Activities.GetValueOrDefault(scheduledEventId)), ActivityStage.None);
        state.Activities = state.Activities.Remove(scheduledEventId);
    }

    /// <summary>Ends a timer.</summary>
    public static void RemoveTimer(this RunState state, string timerId)
    {
        Tables.Timer.Require(state.Timers.ContainsKey(timerId) ? TimerStage.Running : TimerStage.None, TimerStage.None);
        state.Timers = state.Timers.Remove(timerId);
    }

    /// <summary>Ends a child.</summary>
    public static void RemoveChild(this RunState state, long initiatedEventId)
    {
        Tables.Child.Require(Of(state.Children.GetValueOrDefault(initiatedEventId)), ChildStage.None);
        state.Children = state.Children.Remove(initiatedEventId);
    }

    /// <summary>Ends a signal.</summary>
    public static void RemoveSignal(this RunState state, long initiatedEventId)
    {
        Tables.Delivery.Require(state.Signals.ContainsKey(initiatedEventId) ? DeliveryStage.Initiated : DeliveryStage.None, DeliveryStage.None);
        state.Signals = state.Signals.Remove(initiatedEventId);
    }

    /// <summary>Ends a cancel request.</summary>
    public static void RemoveCancel(this RunState state, long initiatedEventId)
    {
        Tables.Delivery.Require(state.Cancels.ContainsKey(initiatedEventId) ? DeliveryStage.Initiated : DeliveryStage.None, DeliveryStage.None);
        state.Cancels = state.Cancels.Remove(initiatedEventId);
    }

    /// <summary>Ends a Nexus operation.</summary>
    public static void RemoveNexusOperation(this RunState state, long scheduledEventId)
    {
        Tables.NexusOperation.Require(Of(state.NexusOperations.GetValueOrDefault(scheduledEventId)), NexusStage.None);
        state.NexusOperations = state.NexusOperations.Remove(scheduledEventId);
    }

    /// <summary>Forgets an update.</summary>
    public static void RemoveUpdate(this RunState state, string id)
    {
        Tables.Update.Require(Of(state.Updates.GetValueOrDefault(id)), UpdateProgress.None);
        state.Updates = state.Updates.Remove(id);
    }

    private static WorkflowTaskStage Of(PendingWorkflowTask? task) => (task?.Kind, task?.IsStarted) switch
    {
        (null, _) => WorkflowTaskStage.None,
        (WorkflowTaskKind.Transient, false) => WorkflowTaskStage.TransientScheduled,
        (WorkflowTaskKind.Transient, _) => WorkflowTaskStage.TransientStarted,
        (WorkflowTaskKind.Speculative, false) => WorkflowTaskStage.SpeculativeScheduled,
        (WorkflowTaskKind.Speculative, _) => WorkflowTaskStage.SpeculativeStarted,
        (_, false) => WorkflowTaskStage.Scheduled,
        _ => WorkflowTaskStage.Started,
    };

    private static ActivityStage Of(PendingActivity? activity) => activity switch
    {
        null => ActivityStage.None,
        { IsBackingOff: true } => ActivityStage.BackingOff,
        { IsStarted: true } => ActivityStage.Started,
        _ => ActivityStage.Scheduled,
    };

    private static ChildStage Of(PendingChild? child) => child switch
    {
        null => ChildStage.None,
        { StartedEventId: not 0 } => ChildStage.Recorded,
        { IsStarted: true } => ChildStage.Started,
        _ => ChildStage.Initiated,
    };

    private static NexusStage Of(PendingNexusOperation? operation) => operation switch
    {
        null => NexusStage.None,
        { IsStarted: true } => NexusStage.Started,
        { IsBackingOff: true } => NexusStage.BackingOff,
        _ => NexusStage.Scheduled,
    };

    private static UpdateProgress Of(UpdateEntry? update) => update?.Stage switch
    {
        null => UpdateProgress.None,
        UpdateStage.Admitted => UpdateProgress.Admitted,
        UpdateStage.Sent => UpdateProgress.Sent,
        UpdateStage.Accepted => UpdateProgress.Accepted,
        _ => UpdateProgress.Completed,
    };
}
