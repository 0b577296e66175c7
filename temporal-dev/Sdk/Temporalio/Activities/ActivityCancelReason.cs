namespace Temporalio.Activities;

/// <summary>Why an activity was cancelled.</summary>
public enum ActivityCancelReason
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>The server does not know it any more: it timed out, or its workflow has ended.</summary>
    GoneFromServer = 1,

    /// <summary>The workflow or somebody else asked.</summary>
    CancelRequested = 2,

    /// <summary>It ran too long.</summary>
    Timeout = 3,

    /// <summary>The worker stops and its grace is over.</summary>
    WorkerShutdown = 4,

    /// <summary>A heartbeat could not be converted.</summary>
    HeartbeatRecordFailure = 5,

    /// <summary>Somebody paused it.</summary>
    Paused = 6,

    /// <summary>Somebody reset it.</summary>
    Reset = 7,
}
