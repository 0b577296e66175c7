namespace Temporalio.Activities;

/// <summary>Everything known of a cancellation; more than one may hold.</summary>
public class ActivityCancellationDetails
{
    /// <summary>Whether the server does not know the activity any more.</summary>
    public bool IsGoneFromServer { get; init; }

    /// <summary>Whether somebody asked.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>Whether it ran too long.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Whether the worker stops.</summary>
    public bool IsWorkerShutdown { get; init; }

    /// <summary>Whether a heartbeat could not be converted.</summary>
    public bool IsHeartbeatRecordFailure { get; init; }

    /// <summary>Whether somebody paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether somebody reset it.</summary>
    public bool IsReset { get; init; }

    /// <summary>Details that say a reason only.</summary>
    internal static ActivityCancellationDetails Of(ActivityCancelReason reason) => new()
    {
        IsGoneFromServer = reason == ActivityCancelReason.GoneFromServer,
        IsCancelRequested = reason == ActivityCancelReason.CancelRequested,
        IsTimedOut = reason == ActivityCancelReason.Timeout,
        IsWorkerShutdown = reason == ActivityCancelReason.WorkerShutdown,
        IsHeartbeatRecordFailure = reason == ActivityCancelReason.HeartbeatRecordFailure,
        IsPaused = reason == ActivityCancelReason.Paused,
        IsReset = reason == ActivityCancelReason.Reset,
    };
}
