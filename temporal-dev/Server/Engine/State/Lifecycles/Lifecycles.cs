namespace Gauntlet.Temporal.Server.Engine.State.Lifecycles;

/// <summary>The lives of all that a run waits for.</summary>
internal static class Lifecycles
{
    /// <summary>The workflow task.</summary>
    public static TransitionTable<WorkflowTaskStage> WorkflowTask { get; } = new(
        "Workflow task",
        (WorkflowTaskStage.None, "something happened that the workflow must see", WorkflowTaskStage.Scheduled),
        (WorkflowTaskStage.None, "the task before failed or timed out", WorkflowTaskStage.TransientScheduled),
        (WorkflowTaskStage.None, "only updates wait", WorkflowTaskStage.SpeculativeScheduled),
        (WorkflowTaskStage.Scheduled, "a worker polled", WorkflowTaskStage.Started),
        (WorkflowTaskStage.TransientScheduled, "a worker polled", WorkflowTaskStage.TransientStarted),
        (WorkflowTaskStage.SpeculativeScheduled, "a worker polled", WorkflowTaskStage.SpeculativeStarted),
        (WorkflowTaskStage.TransientScheduled, "events came meanwhile, or it timed out", WorkflowTaskStage.Scheduled),
        (WorkflowTaskStage.SpeculativeScheduled, "events came meanwhile, or it timed out", WorkflowTaskStage.Scheduled),
        (WorkflowTaskStage.TransientStarted, "it completes, or the run is closed", WorkflowTaskStage.Started),
        (WorkflowTaskStage.SpeculativeStarted, "events came, or it completes with more than rejections", WorkflowTaskStage.Started),
        (WorkflowTaskStage.Scheduled, "timed out on a worker's own queue, or the run is closed", WorkflowTaskStage.None),
        (WorkflowTaskStage.Started, "completed, failed or timed out, or the run is closed", WorkflowTaskStage.None),
        (WorkflowTaskStage.TransientScheduled, "the run is closed", WorkflowTaskStage.None),
        (WorkflowTaskStage.TransientStarted, "failed or timed out again", WorkflowTaskStage.None),
        (WorkflowTaskStage.SpeculativeScheduled, "the run is closed", WorkflowTaskStage.None),
        (WorkflowTaskStage.SpeculativeStarted, "all updates were rejected", WorkflowTaskStage.None));

    /// <summary>An activity.</summary>
    public static TransitionTable<ActivityStage> Activity { get; } = new(
        "Activity",
        (ActivityStage.None, "scheduled by the workflow", ActivityStage.Scheduled),
        (ActivityStage.Scheduled, "a worker polled", ActivityStage.Started),
        (ActivityStage.Started, "the attempt failed or timed out, and another one follows", ActivityStage.BackingOff),
        (ActivityStage.BackingOff, "the wait is over, or the activity was reset or unpaused", ActivityStage.Scheduled),
        (ActivityStage.Scheduled, "canceled, timed out, or ended by id", ActivityStage.None),
        (ActivityStage.Started, "completed, failed, timed out or canceled", ActivityStage.None),
        (ActivityStage.BackingOff, "canceled, timed out, or ended by id", ActivityStage.None));

    /// <summary>A timer.</summary>
    public static TransitionTable<TimerStage> Timer { get; } = new(
        "Timer",
        (TimerStage.None, "started by the workflow", TimerStage.Running),
        (TimerStage.Running, "fired, or canceled by the workflow", TimerStage.None));

    /// <summary>A child workflow.</summary>
    public static TransitionTable<ChildStage> Child { get; } = new(
        "Child workflow",
        (ChildStage.None, "initiated by the parent", ChildStage.Initiated),
        (ChildStage.Initiated, "the child's first run was made", ChildStage.Started),
        (ChildStage.Started, "the start has its place in the parent's history", ChildStage.Recorded),
        (ChildStage.Initiated, "its start was refused", ChildStage.None),
        (ChildStage.Started, "its chain of runs ended", ChildStage.None),
        (ChildStage.Recorded, "its chain of runs ended", ChildStage.None));

    /// <summary>A signal or cancel request to another workflow.</summary>
    public static TransitionTable<DeliveryStage> Delivery { get; } = new(
        "External signal or cancel request",
        (DeliveryStage.None, "initiated by the workflow", DeliveryStage.Initiated),
        (DeliveryStage.Initiated, "delivered, or refused", DeliveryStage.None));

    /// <summary>A Nexus operation.</summary>
    public static TransitionTable<NexusStage> NexusOperation { get; } = new(
        "Nexus operation",
        (NexusStage.None, "scheduled by the workflow", NexusStage.Scheduled),
        (NexusStage.Scheduled, "the attempt failed or timed out, and another one follows", NexusStage.BackingOff),
        (NexusStage.BackingOff, "the wait is over", NexusStage.Scheduled),
        (NexusStage.Scheduled, "its handler goes on by itself", NexusStage.Started),
        (NexusStage.BackingOff, "its callback came, though no answer did", NexusStage.Started),
        (NexusStage.Scheduled, "completed, failed, canceled or timed out", NexusStage.None),
        (NexusStage.BackingOff, "timed out", NexusStage.None),
        (NexusStage.Started, "its callback came, or it timed out", NexusStage.None));

    /// <summary>The request to cancel a Nexus operation.</summary>
    public static TransitionTable<NexusCancellationStage> NexusCancellation { get; } = new(
        "Nexus cancel request",
        (NexusCancellationStage.None, "requested before the operation has started", NexusCancellationStage.Requested),
        (NexusCancellationStage.None, "requested by the workflow", NexusCancellationStage.Offered),
        (NexusCancellationStage.Requested, "the operation has started", NexusCancellationStage.Offered),
        (NexusCancellationStage.Offered, "the attempt failed or timed out, and another one follows", NexusCancellationStage.BackingOff),
        (NexusCancellationStage.BackingOff, "the wait is over", NexusCancellationStage.Offered),
        (NexusCancellationStage.Offered, "the handler has it", NexusCancellationStage.Delivered),
        (NexusCancellationStage.Offered, "the handler refused it", NexusCancellationStage.Failed));

    /// <summary>A completion callback.</summary>
    public static TransitionTable<CallbackStage> Callback { get; } = new(
        "Completion callback",
        (CallbackStage.None, "came with the start, or was attached", CallbackStage.Standby),
        (CallbackStage.Standby, "the chain of runs has ended", CallbackStage.Scheduled),
        (CallbackStage.Scheduled, "delivered", CallbackStage.Succeeded),
        (CallbackStage.Scheduled, "nobody waits for it any more", CallbackStage.Failed));

    /// <summary>An update.</summary>
    public static TransitionTable<UpdateProgress> Update { get; } = new(
        "Update",
        (UpdateProgress.None, "a caller sent it", UpdateProgress.Admitted),
        (UpdateProgress.Admitted, "a workflow task carries it", UpdateProgress.Sent),
        (UpdateProgress.Sent, "the task failed or timed out", UpdateProgress.Admitted),
        (UpdateProgress.Sent, "the workflow accepted it", UpdateProgress.Accepted),
        (UpdateProgress.None, "accepted by a worker that had it before the server lost it", UpdateProgress.Accepted),
        (UpdateProgress.Accepted, "the workflow completed it", UpdateProgress.Completed),
        (UpdateProgress.Sent, "rejected, left unanswered, or the run is closed", UpdateProgress.None),
        (UpdateProgress.Admitted, "the server failed the task, or the run is closed", UpdateProgress.None));

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<ITransitionTable> All { get; } = [WorkflowTask, Activity, Timer, Child, Delivery, NexusOperation, NexusCancellation, Callback, Update];
}
