using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>Attempts of an activity: they come and go without events.</summary>
internal static class ActivityAttempts
{
    /// <summary>Makes a newly scheduled activity pending and offers its first attempt.</summary>
    public static void Schedule(RunChange run, HistoryEvent scheduled) => Offer(run, Pending(scheduled));

    /// <summary>An activity as its Scheduled event left it.</summary>
    public static PendingActivity Pending(HistoryEvent scheduled)
    {
        var attributes = scheduled.ActivityTaskScheduledEventAttributes;
        var time = scheduled.EventTime.ToDateTimeOffset();
        return new()
        {
            ScheduledEventId = scheduled.EventId,
            Scheduled = attributes,
            Stamp = string.Empty,
            TaskQueue = attributes.TaskQueue.Name,
            Timeouts = ActivityOptionsChange.Limits(attributes),
            RetryPolicy = attributes.RetryPolicy,
            ScheduledTime = time,
            AttemptScheduledTime = time,
        };
    }

    /// <summary>Puts the attempt before pollers, under a new stamp: tasks offered before are void.</summary>
    public static void Offer(RunChange run, PendingActivity activity)
    {
        activity = activity with { Stamp = Guid.NewGuid().ToString(), AttemptScheduledTime = run.Now, RetryDue = null };
        Put(run, activity);
        if (activity.Pause is null)
        {
            run.Then(new OfferActivityTask(run.Key, activity.ScheduledEventId, activity.Stamp));
        }
    }

    /// <summary>A worker has it.</summary>
    public static PendingActivity Start(RunChange run, PendingActivity activity, string identity, string requestId, string buildId, WorkerVersion? version)
    {
        activity = activity with
        {
            StartedTime = run.Now,
            StartedIdentity = identity,
            LastWorkerIdentity = identity,
            RequestId = requestId,
            BuildId = buildId,
            LastVersion = version ?? activity.LastVersion,
        };
        Put(run, activity);
        return activity;
    }

    /// <summary>Notes that it is alive.</summary>
    public static PendingActivity Heartbeat(RunChange run, PendingActivity activity, Payloads? details)
    {
        activity = activity with { LastHeartbeatTime = run.Now, HeartbeatDetails = details ?? activity.HeartbeatDetails };
        Put(run, activity);
        return activity;
    }

    /// <summary>The attempt failed and another one comes after the wait.</summary>
    public static void Retry(RunChange run, PendingActivity activity, Failure failure, TimeSpan delay)
    {
        activity = activity with
        {
            Stamp = Guid.NewGuid().ToString(),
            Attempt = activity.ResetRequested ? 1 : activity.Attempt + 1,
            StartedTime = null,
            LastFailure = failure,
            LastAttemptCompleteTime = run.Now,
            RetryDue = run.Now + delay,
            // What is paused has no time set for its next attempt.
            AttemptScheduledTime = activity.Pause is null ? run.Now + delay : activity.AttemptScheduledTime,
            ResetRequested = false,
            ResetHeartbeats = false,
            HeartbeatDetails = activity.ResetHeartbeats ? null : activity.HeartbeatDetails,
            LastHeartbeatTime = activity.ResetHeartbeats ? null : activity.LastHeartbeatTime,
        };
        Put(run, activity);
    }

    /// <summary>
    /// Sets the wait before the next attempt by a policy that has changed. As on the real server it is that of the attempt to come, not of the
    /// one that failed, and the failure is forgotten.
    /// </summary>
    public static void Wait(RunChange run, PendingActivity activity)
    {
        var due = (activity.LastAttemptCompleteTime ?? run.Now) + RetryDecision.Interval(activity.RetryPolicy, activity.Attempt);
        Put(run, activity with { Stamp = Guid.NewGuid().ToString(), RetryDue = due, AttemptScheduledTime = due, LastFailure = null });
    }

    public static void Put(RunChange run, PendingActivity activity) => run.State.Put(activity);
}
