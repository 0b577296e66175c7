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
        (ActivityStage.BackingOff, "the wait is over, or the activity was reset", ActivityStage.Scheduled),
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
    public static IReadOnlyList<ITransitionTable> All { get; } = [WorkflowTask, Activity, Timer, Child, Delivery, Update];
}
