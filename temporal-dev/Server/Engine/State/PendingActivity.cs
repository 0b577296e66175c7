using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>An activity between its scheduling and its end: what history does not hold while attempts go by.</summary>
internal sealed record PendingActivity
{
    public required long ScheduledEventId { get; init; }

    /// <summary>As scheduled; options changed later are kept beside it.</summary>
    public required ActivityTaskScheduledEventAttributes Scheduled { get; init; }

    /// <summary>Tells this attempt's task from any other.</summary>
    public required string Stamp { get; init; }

    public required string TaskQueue { get; init; }

    public required ActivityTimeouts Timeouts { get; init; }

    public required RetryPolicy RetryPolicy { get; init; }

    public int Attempt { get; init; } = 1;

    public required DateTimeOffset ScheduledTime { get; init; }

    public required DateTimeOffset AttemptScheduledTime { get; init; }

    public DateTimeOffset? StartedTime { get; init; }

    public string StartedIdentity { get; init; } = string.Empty;

    /// <summary>Build of the worker that started it; empty where it named none.</summary>
    public string BuildId { get; init; } = string.Empty;

    /// <summary>Version of the latest worker that had one and started it; null for none.</summary>
    public WorkerVersion? LastVersion { get; init; }

    public string RequestId { get; init; } = string.Empty;

    public string LastWorkerIdentity { get; init; } = string.Empty;

    public Payloads? HeartbeatDetails { get; init; }

    public DateTimeOffset? LastHeartbeatTime { get; init; }

    /// <summary>Zero: no cancellation was asked for.</summary>
    public long CancelRequestedEventId { get; init; }

    public Failure? LastFailure { get; init; }

    public DateTimeOffset? LastAttemptCompleteTime { get; init; }

    /// <summary>When the next attempt is due; null while an attempt is scheduled or started.</summary>
    public DateTimeOffset? RetryDue { get; init; }

    public ActivityPause? Pause { get; init; }

    /// <summary>Attempts start again at one when the started one ends.</summary>
    public bool ResetRequested { get; init; }

    /// <summary>A reset that asked to forget heartbeats, waiting for the started attempt's end.</summary>
    public bool ResetHeartbeats { get; init; }

    public string ActivityId => Scheduled.ActivityId;

    public bool IsStarted => StartedTime is not null;

    public bool IsBackingOff => RetryDue is not null;

    /// <summary>When the activity as a whole runs out of time; null for never.</summary>
    public DateTimeOffset? Expiration => Timeouts.ScheduleToClose > TimeSpan.Zero ? ScheduledTime + Timeouts.ScheduleToClose : null;
}

/// <summary>The four time limits of an activity; zero means none.</summary>
internal sealed record ActivityTimeouts(TimeSpan ScheduleToClose, TimeSpan ScheduleToStart, TimeSpan StartToClose, TimeSpan Heartbeat);

/// <summary>Who paused an activity, and when.</summary>
internal sealed record ActivityPause(DateTimeOffset Time, string Identity, string Reason);
