using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Activity.V1;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>Changes single options of a pending activity, named by a field mask; unknown names are passed over.</summary>
internal static class ActivityOptionsChange
{
    public static PendingActivity Of(PendingActivity activity, ActivityOptions? options, FieldMask mask, TimeSpan run)
    {
        options ??= new();
        foreach (var path in mask.Paths)
        {
            // JSON callers spell paths in camel case.
            activity = Apply(activity, options, path.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant());
        }

        return activity with { Timeouts = ActivityTimeLimits.Complete(activity.Timeouts, run) };
    }

    public static PendingActivity Original(PendingActivity activity)
    {
        var scheduled = activity.Scheduled;
        return activity with
        {
            TaskQueue = scheduled.TaskQueue.Name,
            RetryPolicy = scheduled.RetryPolicy,
            Timeouts = Limits(scheduled),
        };
    }

    /// <summary>The time limits that the Scheduled event tells.</summary>
    public static ActivityTimeouts Limits(Temporalio.Api.History.V1.ActivityTaskScheduledEventAttributes scheduled) => new(
        scheduled.ScheduleToCloseTimeout.OrZero(),
        scheduled.ScheduleToStartTimeout.OrZero(),
        scheduled.StartToCloseTimeout.OrZero(),
        scheduled.HeartbeatTimeout.OrZero());

    private static PendingActivity Apply(PendingActivity activity, ActivityOptions options, string path)
    {
        var (limits, policy) = (activity.Timeouts, activity.RetryPolicy.Clone());
        switch (path)
        {
            case "TASKQUEUE.NAME" or "TASKQUEUE":
                return activity with { TaskQueue = options.TaskQueue?.Name ?? activity.TaskQueue };
            case "SCHEDULETOCLOSETIMEOUT":
                return activity with { Timeouts = limits with { ScheduleToClose = options.ScheduleToCloseTimeout.OrZero() } };
            case "SCHEDULETOSTARTTIMEOUT":
                return activity with { Timeouts = limits with { ScheduleToStart = options.ScheduleToStartTimeout.OrZero() } };
            case "STARTTOCLOSETIMEOUT":
                return activity with { Timeouts = limits with { StartToClose = options.StartToCloseTimeout.OrZero() } };
            case "HEARTBEATTIMEOUT":
                return activity with { Timeouts = limits with { Heartbeat = options.HeartbeatTimeout.OrZero() } };
            case "RETRYPOLICY":
                return activity with { RetryPolicy = Retries.RetryPolicies.Complete(options.RetryPolicy ?? new()) };
            case "RETRYPOLICY.MAXIMUMATTEMPTS":
                policy.MaximumAttempts = options.RetryPolicy?.MaximumAttempts ?? 0;
                return activity with { RetryPolicy = policy };
            case "RETRYPOLICY.INITIALINTERVAL":
                policy.InitialInterval = options.RetryPolicy?.InitialInterval;
                return activity with { RetryPolicy = policy };
            case "RETRYPOLICY.MAXIMUMINTERVAL":
                policy.MaximumInterval = options.RetryPolicy?.MaximumInterval;
                return activity with { RetryPolicy = policy };
            case "RETRYPOLICY.BACKOFFCOEFFICIENT":
                policy.BackoffCoefficient = options.RetryPolicy?.BackoffCoefficient ?? 1;
                return activity with { RetryPolicy = policy };
            default:
                return activity;
        }
    }
}
