using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Schedule and cancel of activities.</summary>
internal static class ActivityCommands
{
    public static void Schedule(CommandContext context, Command command)
    {
        var attributes = command.ScheduleActivityTaskCommandAttributes;
        Require(attributes is not null, "ScheduleActivityTaskCommandAttributes is not set on ScheduleActivityTaskCommand.");
        RequireValid(attributes!);
        var timeouts = ActivityTimeLimits.Of(attributes!, context.State.Start.WorkflowRunTimeout.OrZero());
        Require(
            timeouts.StartToClose > TimeSpan.Zero,
            $"A valid StartToClose or ScheduleToCloseTimeout is not set on ScheduleActivityTaskCommand. {Name(attributes!)}");
        CommandRefusal.Require(
            context.State.Activities.Count < EngineLimits.PendingActivities,
            PendingActivitiesLimitExceeded,
            $"the number of pending activities, {EngineLimits.PendingActivities}, has reached the per-workflow limit of {EngineLimits.PendingActivities}");
        CommandRefusal.Require(
            context.State.Activities.Values.All(activity => activity.ActivityId != attributes!.ActivityId),
            ScheduleActivityDuplicateId,
            $"invalid history builder state for action: add-activitytask-scheduled-event, ActivityID: {attributes!.ActivityId}");
        CommandSizes.Require(attributes.Input?.CalculateSize() ?? 0, "ScheduleActivityTaskCommandAttributes.Input exceeds size limit.");

        var scheduled = context.Run.Write(
            EventType.ActivityTaskScheduled,
            e => e.ActivityTaskScheduledEventAttributes = new()
            {
                ActivityId = attributes.ActivityId,
                ActivityType = attributes.ActivityType,
                TaskQueue = QueueNames.Normal(attributes.TaskQueue.Name),
                Header = attributes.Header,
                Input = attributes.Input,
                ScheduleToCloseTimeout = timeouts.ScheduleToClose.ToProto(),
                ScheduleToStartTimeout = timeouts.ScheduleToStart.ToProto(),
                StartToCloseTimeout = timeouts.StartToClose.ToProto(),
                HeartbeatTimeout = timeouts.Heartbeat.ToProto(),
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                RetryPolicy = RetryPolicies.Complete(attributes.RetryPolicy ?? new()),
                Priority = attributes.Priority,
                UseWorkflowBuildId = attributes.UseWorkflowBuildId,
            });
        ActivityAttempts.Schedule(context.Run, scheduled);
    }

    public static void Cancel(CommandContext context, Command command)
    {
        var attributes = command.RequestCancelActivityTaskCommandAttributes;
        CommandRefusal.Require(
            attributes is not null,
            BadRequestCancelActivityAttributes,
            "RequestCancelActivityTaskCommandAttributes is not set on RequestCancelActivityTaskCommand.");
        CommandRefusal.Require(
            attributes!.ScheduledEventId > 0, BadRequestCancelActivityAttributes, "ScheduledEventId is not set on RequestCancelActivityTaskCommand.");
        var scheduledId = attributes.ScheduledEventId;
        CommandRefusal.Require(
            context.State.Activities.TryGetValue(scheduledId, out var activity) || ActivityEnds.IsBuffered(context.State, scheduledId),
            BadRequestCancelActivityAttributes,
            $"invalid history builder state for action: add-activitytask-cancel-requested-event, ScheduledEventID: {scheduledId}");

        // It may have ended while the workflow decided: then the request is only recorded.
        var requested = context.Run.Write(EventType.ActivityTaskCancelRequested, e => e.ActivityTaskCancelRequestedEventAttributes = new()
        {
            ScheduledEventId = scheduledId,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        });
        if (activity is null)
        {
            return;
        }

        activity = activity with { CancelRequestedEventId = requested.EventId };
        context.State.Put(activity);
        if (!activity.IsStarted)
        {
            ActivityEnds.CancelUnstarted(context.Run, activity, context.Identity);
            context.NeedsTask = true;
        }
    }

    private static void RequireValid(ScheduleActivityTaskCommandAttributes attributes)
    {
        var id = attributes.ActivityId;
        var type = attributes.ActivityType?.Name ?? string.Empty;
        if (QueueNames.Fault(attributes.TaskQueue) is { } queueFault)
        {
            throw Refusals.Invalid($"invalid TaskQueue on ScheduleActivityTaskCommand: {queueFault}. {Name(attributes)}");
        }

        Require(id.Length > 0, $"ActivityId is not set on ScheduleActivityTaskCommand. ActivityType={type}");
        Require(type.Length > 0, $"ActivityType is not set on ScheduleActivityTaskCommand. ActivityID={id}");
        if (RetryPolicies.Fault(attributes.RetryPolicy) is { } policyFault)
        {
            throw Refusals.Invalid($"invalid ActivityRetryPolicy on SechduleActivityTaskCommand: {policyFault}. {Name(attributes)}");
        }

        Require(
            id.Length <= EngineLimits.IdLength,
            $"ActivityId on ScheduleActivityTaskCommand exceeds length limit. {Name(attributes)} Length={id.Length} Limit={EngineLimits.IdLength}");
        Require(
            type.Length <= EngineLimits.IdLength,
            $"ActivityType on ScheduleActivityTaskCommand exceeds length limit. {Name(attributes)} Length={type.Length} Limit={EngineLimits.IdLength}");
        RequireNotNegative(attributes, attributes.ScheduleToCloseTimeout, "ScheduleToCloseTimeout");
        RequireNotNegative(attributes, attributes.ScheduleToStartTimeout, "ScheduleToStartTimeout");
        RequireNotNegative(attributes, attributes.StartToCloseTimeout, "StartToCloseTimeout");
        RequireNotNegative(attributes, attributes.HeartbeatTimeout, "HeartbeatTimeout");
        Require(Priorities.Fault(attributes.Priority) is null, Priorities.Fault(attributes.Priority) ?? string.Empty);
    }

    private static void RequireNotNegative(ScheduleActivityTaskCommandAttributes attributes, Duration? timeout, string name) =>
        Require(!timeout.IsNegative(), $"Invalid {name} for ScheduleActivityTaskCommand: negative duration. {Name(attributes)}");

    private static void Require(bool condition, string text) => CommandRefusal.Require(condition, BadScheduleActivityAttributes, text);

    private static string Name(ScheduleActivityTaskCommandAttributes attributes) =>
        $"ActivityId={attributes.ActivityId} ActivityType={attributes.ActivityType?.Name}";
}
