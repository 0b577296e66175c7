using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>What a poll for activity tasks answers.</summary>
internal static class ActivityTaskAnswer
{
    public static PollActivityTaskQueueResponse Of(RunState state, PendingActivity activity)
    {
        var key = state.Key;
        return new()
        {
            TaskToken = new TaskToken(key.Namespace, key.WorkflowId, key.RunId, activity.ScheduledEventId, activity.Stamp, activity.ActivityId).ToBytes(),
            WorkflowNamespace = key.Namespace,
            WorkflowType = state.Start.WorkflowType,
            WorkflowExecution = new() { WorkflowId = key.WorkflowId, RunId = key.RunId },
            ActivityType = activity.Scheduled.ActivityType,
            ActivityId = activity.ActivityId,
            Header = activity.Scheduled.Header,
            Input = activity.Scheduled.Input,
            HeartbeatDetails = activity.HeartbeatDetails,
            ScheduledTime = activity.ScheduledTime.ToProto(),
            CurrentAttemptScheduledTime = activity.AttemptScheduledTime.ToProto(),
            StartedTime = activity.StartedTime.ToProtoOrNull(),
            Attempt = activity.Attempt,
            ScheduleToCloseTimeout = activity.Scheduled.ScheduleToCloseTimeout,
            StartToCloseTimeout = activity.Scheduled.StartToCloseTimeout,
            HeartbeatTimeout = activity.Scheduled.HeartbeatTimeout,
            RetryPolicy = activity.RetryPolicy,
            Priority = Priorities.Merge(state.Start.Priority, activity.Scheduled.Priority),
        };
    }
}
