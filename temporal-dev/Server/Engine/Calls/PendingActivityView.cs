using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>A pending activity as descriptions show it.</summary>
internal static class PendingActivityView
{
    public static PendingActivityInfo Of(PendingActivity activity)
    {
        var next = activity.RetryDue == activity.AttemptScheduledTime ? activity.RetryDue : null;
        var info = new PendingActivityInfo
        {
            ActivityId = activity.ActivityId,
            ActivityType = activity.Scheduled.ActivityType,
            State = State(activity),
            HeartbeatDetails = activity.HeartbeatDetails,
            LastHeartbeatTime = activity.LastHeartbeatTime.ToProtoOrNull(),
            LastStartedTime = activity.StartedTime.ToProtoOrNull(),
            Attempt = activity.Attempt,
            MaximumAttempts = activity.RetryPolicy.MaximumAttempts,
            ScheduledTime = activity.AttemptScheduledTime.ToProto(),
            ExpirationTime = Expiration(activity).ToProtoOrNull(),
            LastFailure = activity.LastFailure,
            LastWorkerIdentity = activity.LastWorkerIdentity,
            LastAttemptCompleteTime = activity.LastAttemptCompleteTime.ToProtoOrNull(),
            NextAttemptScheduleTime = next.ToProtoOrNull(),
            Paused = activity.Pause is not null,
            Priority = activity.Scheduled.Priority,
            ActivityOptions = Options(activity, new() { Name = activity.TaskQueue, NormalName = activity.TaskQueue }),
        };
        if (!activity.IsStarted)
        {
            info.CurrentRetryInterval = (next - activity.LastAttemptCompleteTime ?? RetryDecision.Interval(activity.RetryPolicy, Math.Max(1, activity.Attempt - 1))).ToProto();
        }

        if (activity.LastVersion is { } version)
        {
            info.LastWorkerDeploymentVersion = version.Dotted;
            info.LastDeploymentVersion = version.ToProto();
        }

        if (activity.Pause is { } pause)
        {
            info.PauseInfo = new() { PauseTime = pause.Time.ToProto(), Manual = new() { Identity = pause.Identity, Reason = pause.Reason } };
        }

        return info;
    }

    public static ActivityOptions Options(PendingActivity activity, TaskQueue queue) => new()
    {
        TaskQueue = queue,
        ScheduleToCloseTimeout = activity.Timeouts.ScheduleToClose.ToProto(),
        ScheduleToStartTimeout = activity.Timeouts.ScheduleToStart.ToProto(),
        StartToCloseTimeout = activity.Timeouts.StartToClose.ToProto(),
        HeartbeatTimeout = activity.Timeouts.Heartbeat.ToProto(),
        RetryPolicy = activity.RetryPolicy,
    };

    // As the real server shows it: what came of the schedule, whatever became of the options.
    private static DateTimeOffset? Expiration(PendingActivity activity) =>
        activity.Scheduled.ScheduleToCloseTimeout.OrZero() is var whole && whole > TimeSpan.Zero ? activity.ScheduledTime + whole : null;

    private static PendingActivityState State(PendingActivity activity)
    {
        if (!activity.IsStarted)
        {
            return activity.Pause is null ? PendingActivityState.Scheduled : PendingActivityState.Paused;
        }

        if (activity.CancelRequestedEventId != 0)
        {
            return PendingActivityState.CancelRequested;
        }

        return activity.Pause is null ? PendingActivityState.Started : PendingActivityState.PauseRequested;
    }
}
