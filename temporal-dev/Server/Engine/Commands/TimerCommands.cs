using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Start and cancel of timers.</summary>
internal static class TimerCommands
{
    public static void Start(CommandContext context, Command command)
    {
        var attributes = command.StartTimerCommandAttributes;
        CommandRefusal.Require(attributes is not null, BadStartTimerAttributes, "StartTimerCommandAttributes is not set on StartTimerCommand.");
        CommandRefusal.Require(attributes!.TimerId.Length > 0, BadStartTimerAttributes, "TimerId is not set on StartTimerCommand.");
        CommandRefusal.Require(
            attributes.TimerId.Length <= EngineLimits.IdLength, BadStartTimerAttributes, "TimerId on StartTimerCommand exceeds length limit.");
        CommandRefusal.Require(
            !attributes.StartToFireTimeout.IsNegative(),
            BadStartTimerAttributes,
            $"Invalid StartToFireTimeout for StartTimerCommand: negative duration. TimerId={attributes.TimerId}");
        var state = context.State;
        CommandRefusal.Require(
            !state.Timers.ContainsKey(attributes.TimerId),
            StartTimerDuplicateId,
            $"invalid history builder state for action: add-timer-started-event, TimerID: {attributes.TimerId}");

        var started = context.Run.Write(
            EventType.TimerStarted,
            e => e.TimerStartedEventAttributes = new()
            {
                TimerId = attributes.TimerId,
                StartToFireTimeout = attributes.StartToFireTimeout,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
            });
        var due = context.Run.Now + attributes.StartToFireTimeout.OrZero();
        state.Put(new PendingTimer(attributes.TimerId, started.EventId, due));
    }

    public static void Cancel(CommandContext context, Command command)
    {
        var attributes = command.CancelTimerCommandAttributes;
        CommandRefusal.Require(attributes is not null, BadCancelTimerAttributes, "CancelTimerCommandAttributes is not set on CancelTimerCommand.");
        CommandRefusal.Require(attributes!.TimerId.Length > 0, BadCancelTimerAttributes, "TimerId is not set on CancelTimerCommand.");
        var startedId = TakePending(context, attributes.TimerId) ?? TakeFired(context, attributes.TimerId);
        CommandRefusal.Require(
            startedId is not null,
            BadCancelTimerAttributes,
            $"invalid history builder state for action: add-timer-canceled-event, TimerID: {attributes.TimerId}");

        context.Run.Write(EventType.TimerCanceled, e => e.TimerCanceledEventAttributes = new()
        {
            TimerId = attributes.TimerId,
            StartedEventId = startedId!.Value,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            Identity = context.Identity,
        });
    }

    private static long? TakePending(CommandContext context, string timerId)
    {
        if (!context.State.Timers.TryGetValue(timerId, out var timer))
        {
            return null;
        }

        context.State.RemoveTimer(timerId);
        return timer.StartedEventId;
    }

    // It fired while the workflow decided to cancel it: the workflow never hears of the firing.
    private static long? TakeFired(CommandContext context, string timerId)
    {
        var fired = context.State.Buffered.Find(e => e.EventType == EventType.TimerFired && e.TimerFiredEventAttributes.TimerId == timerId);
        if (fired is null)
        {
            return null;
        }

        context.State.Buffered = context.State.Buffered.Remove(fired);
        return fired.TimerFiredEventAttributes.StartedEventId;
    }
}
