namespace Gauntlet.Temporal.Server.Engine.State.Lifecycles;

/// <summary>How far a workflow task is, and how it stands in history.</summary>
internal enum WorkflowTaskStage
{
    None,
    Scheduled,
    Started,
    TransientScheduled,
    TransientStarted,
    SpeculativeScheduled,
    SpeculativeStarted,
}

/// <summary>How far an activity is.</summary>
internal enum ActivityStage
{
    None,
    Scheduled,
    Started,
    BackingOff,
}

/// <summary>How far a child workflow is, as its parent sees it.</summary>
internal enum ChildStage
{
    None,
    Initiated,
    Started,
    Recorded,
}

/// <summary>How far a Nexus operation is, as its caller sees it.</summary>
internal enum NexusStage
{
    None,
    Scheduled,
    BackingOff,
    Started,
}

/// <summary>How far a completion callback is.</summary>
internal enum CallbackStage
{
    None,

    /// <summary>The chain of runs goes on.</summary>
    Standby,
    Scheduled,
    Succeeded,
    Failed,
}

/// <summary>How far an update is.</summary>
internal enum UpdateProgress
{
    None,
    Admitted,
    Sent,
    Accepted,
    Completed,
}

/// <summary>Whether a timer runs.</summary>
internal enum TimerStage
{
    None,
    Running,
}

/// <summary>Whether a signal or cancel request to another workflow is on its way.</summary>
internal enum DeliveryStage
{
    None,
    Initiated,
}
