using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>How an activity ends, or an attempt of it.</summary>
internal static class ActivityEnds
{
    public static void Complete(RunChange run, PendingActivity activity, Payloads? result, string identity)
    {
        End(run, activity);
        run.Write(EventType.ActivityTaskCompleted, e => e.ActivityTaskCompletedEventAttributes = new()
        {
            ScheduledEventId = activity.ScheduledEventId,
            Result = result,
            Identity = identity,
        });
        WorkflowTaskScheduling.Need(run);
    }

    /// <summary>Retries, or ends the activity as failed.</summary>
    public static void Fail(RunChange run, PendingActivity activity, Failure failure, string identity)
    {
        var decision = Decide(run, activity, failure);
        if (decision.Retries)
        {
            ActivityAttempts.Retry(run, activity, failure, decision.Delay);
            return;
        }

        End(run, activity);
        run.Write(EventType.ActivityTaskFailed, e => e.ActivityTaskFailedEventAttributes = new()
        {
            ScheduledEventId = activity.ScheduledEventId,
            Failure = failure,
            Identity = identity,
            RetryState = decision.State,
        });
        WorkflowTaskScheduling.Need(run);
    }

    public static void Cancel(RunChange run, PendingActivity activity, Payloads? details, string identity)
    {
        End(run, activity);
        run.Write(EventType.ActivityTaskCanceled, e => e.ActivityTaskCanceledEventAttributes = new()
        {
            ScheduledEventId = activity.ScheduledEventId,
            LatestCancelRequestedEventId = activity.CancelRequestedEventId,
            Details = details,
            Identity = identity,
        });
        WorkflowTaskScheduling.Need(run);
    }

    /// <summary>Nobody works on it, so the cancel request ends it at once. The caller sees to the workflow task.</summary>
    public static void CancelUnstarted(RunChange run, PendingActivity activity, string identity)
    {
        run.State.RemoveActivity(activity.ScheduledEventId);
        run.Write(EventType.ActivityTaskCanceled, e => e.ActivityTaskCanceledEventAttributes = new()
        {
            ScheduledEventId = activity.ScheduledEventId,
            LatestCancelRequestedEventId = activity.CancelRequestedEventId,
            Details = NotStarted(),
            Identity = identity,
        });
    }

    /// <summary>One of the four limits has passed.</summary>
    public static void TimeOut(RunChange run, PendingActivity activity, TimeoutType type)
    {
        var failure = TimeoutFailure(activity, type);
        var decision = Decide(run, activity, failure);
        if (decision.Retries)
        {
            ActivityAttempts.Retry(run, activity, failure, decision.Delay);
            return;
        }

        if (decision.State == RetryState.Timeout)
        {
            // There is no time for another attempt: the whole is over, because of this.
            var cause = failure;
            failure = TimeoutFailure(activity, TimeoutType.ScheduleToClose);
            failure.Cause = cause;
        }

        End(run, activity);
        run.Write(EventType.ActivityTaskTimedOut, e => e.ActivityTaskTimedOutEventAttributes = new()
        {
            ScheduledEventId = activity.ScheduledEventId,
            Failure = failure,
            RetryState = decision.State,
        });
        WorkflowTaskScheduling.Need(run);
    }

    /// <summary>Whether the end of an activity waits to be written.</summary>
    public static bool IsBuffered(RunState state, long scheduledEventId) => state.Buffered.Exists(e => e.EventType switch
    {
        EventType.ActivityTaskCompleted => e.ActivityTaskCompletedEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.ActivityTaskFailed => e.ActivityTaskFailedEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.ActivityTaskTimedOut => e.ActivityTaskTimedOutEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.ActivityTaskCanceled => e.ActivityTaskCanceledEventAttributes.ScheduledEventId == scheduledEventId,
        _ => false,
    });

    private static RetryDecision Decide(RunChange run, PendingActivity activity, Failure failure)
    {
        if (activity.CancelRequestedEventId != 0)
        {
            return new(RetryState.CancelRequested, default);
        }

        return RetryDecision.After(activity.RetryPolicy, activity.Attempt, failure, run.Now, activity.Expiration);
    }

    // Only now does history hear that it was started, and at which attempt.
    private static void End(RunChange run, PendingActivity activity)
    {
        run.State.RemoveActivity(activity.ScheduledEventId);
        if (activity.Pause is not null) PausedTypes.List(run.State);
        if (activity.StartedTime is { } started)
        {
            run.Write(EventType.ActivityTaskStarted, e =>
            {
                e.EventTime = started.ToProto();
                e.ActivityTaskStartedEventAttributes = new()
                {
                    ScheduledEventId = activity.ScheduledEventId,
                    Identity = activity.StartedIdentity,
                    RequestId = activity.RequestId,
                    Attempt = activity.Attempt,
                    LastFailure = activity.LastFailure,
                    WorkerVersion = WorkerBuilds.Stamp(activity.BuildId),
                };
            });
        }
    }

    private static Failure TimeoutFailure(PendingActivity activity, TimeoutType type) => new()
    {
        Message = $"activity {type} timeout",
        Source = "Server",
        TimeoutFailureInfo = new() { TimeoutType = type, LastHeartbeatDetails = activity.HeartbeatDetails },
        Cause = type is TimeoutType.ScheduleToClose or TimeoutType.ScheduleToStart ? activity.LastFailure : null,
    };

    private static Payloads NotStarted() => Text("ACTIVITY_ID_NOT_STARTED");

    /// <summary>A text as one JSON payload.</summary>
    public static Payloads Text(string text) => new()
    {
        Payloads_ =
        {
            new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFromUtf8(System.Text.Json.JsonSerializer.Serialize(text)),
            },
        },
    };
}
