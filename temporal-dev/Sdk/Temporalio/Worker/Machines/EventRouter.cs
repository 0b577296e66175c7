using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Machines;

/// <summary>Finds the machine that an event belongs to: by command order if it records a command, by event id otherwise.</summary>
/// <param name="run">The run.</param>
internal sealed class EventRouter(RunMachines run)
{
    private readonly Dictionary<long, ICommandOwner> _byEvent = [];

    /// <summary>Takes an event that records a command.</summary>
    public void Record(HistoryEvent e)
    {
        var owner = run.Commands.Record(e);
        if (e.EventType is
            EventType.TimerStarted or
            EventType.ActivityTaskScheduled or
            EventType.StartChildWorkflowExecutionInitiated or
            EventType.SignalExternalWorkflowExecutionInitiated or
            EventType.RequestCancelExternalWorkflowExecutionInitiated)
        {
            _byEvent.Add(e.EventId, owner);
        }
    }

    /// <summary>Takes any other event.</summary>
    /// <exception cref="WorkflowNondeterminismException">It belongs to nothing that code asked for.</exception>
    /// <exception cref="InvalidWorkflowOperationException">Its kind is not known and must not be ignored.</exception>
    public void Route(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowTaskScheduled:
                run.Task.Move(WorkflowTaskMachine.Inputs.Scheduled, e);
                break;
            case EventType.WorkflowTaskStarted:
                run.Task.Move(WorkflowTaskMachine.Inputs.Started, e);
                break;
            case EventType.WorkflowTaskFailed:
                run.Task.Move(WorkflowTaskMachine.Inputs.Failed, e);
                break;
            case EventType.WorkflowTaskTimedOut:
                run.Task.Move(WorkflowTaskMachine.Inputs.TimedOut, e);
                break;
            case EventType.TimerFired:
                Last<TimerMachine>(e.TimerFiredEventAttributes.StartedEventId, e).Move(TimerMachine.Inputs.Fired, e);
                break;
            default:
                if (!TryRouteActivity(e) && !TryRouteChild(e) && !TryRouteExternal(e) && !IsIgnored(e))
                {
                    throw new InvalidWorkflowOperationException($"Cannot handle {Nondeterminism.Describe(e)}: this worker does not know its kind");
                }

                break;
        }
    }

    private static bool IsIgnored(HistoryEvent e) => e.WorkerMayIgnore || e.EventType is
        EventType.WorkflowExecutionTerminated or
        EventType.WorkflowExecutionTimedOut or
        EventType.WorkflowExecutionOptionsUpdated or
        EventType.WorkflowPropertiesModifiedExternally or
        EventType.ActivityPropertiesModifiedExternally;

    private bool TryRouteActivity(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.ActivityTaskStarted:
                Find<ActivityMachine>(e.ActivityTaskStartedEventAttributes.ScheduledEventId, e).Move(ActivityMachine.Inputs.Started, e);
                return true;
            case EventType.ActivityTaskCompleted:
                Last<ActivityMachine>(e.ActivityTaskCompletedEventAttributes.ScheduledEventId, e).Move(ActivityMachine.Inputs.Completed, e);
                return true;
            case EventType.ActivityTaskFailed:
                Last<ActivityMachine>(e.ActivityTaskFailedEventAttributes.ScheduledEventId, e).Move(ActivityMachine.Inputs.Failed, e);
                return true;
            case EventType.ActivityTaskTimedOut:
                Last<ActivityMachine>(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId, e).Move(ActivityMachine.Inputs.TimedOut, e);
                return true;
            case EventType.ActivityTaskCanceled:
                Last<ActivityMachine>(e.ActivityTaskCanceledEventAttributes.ScheduledEventId, e).Move(ActivityMachine.Inputs.Canceled, e);
                return true;
            default:
                return false;
        }
    }

    private bool TryRouteChild(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.StartChildWorkflowExecutionFailed:
                Last<ChildWorkflowMachine>(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.StartFailed, e);
                return true;
            case EventType.ChildWorkflowExecutionStarted:
                Find<ChildWorkflowMachine>(e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.Started, e);
                return true;
            case EventType.ChildWorkflowExecutionCompleted:
                Last<ChildWorkflowMachine>(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.Completed, e);
                return true;
            case EventType.ChildWorkflowExecutionFailed:
                Last<ChildWorkflowMachine>(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.Failed, e);
                return true;
            case EventType.ChildWorkflowExecutionTimedOut:
                Last<ChildWorkflowMachine>(e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.TimedOut, e);
                return true;
            case EventType.ChildWorkflowExecutionCanceled:
                Last<ChildWorkflowMachine>(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.Canceled, e);
                return true;
            case EventType.ChildWorkflowExecutionTerminated:
                Last<ChildWorkflowMachine>(e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId, e).Move(ChildWorkflowMachine.Inputs.Terminated, e);
                return true;
            default:
                return false;
        }
    }

    private bool TryRouteExternal(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.ExternalWorkflowExecutionSignaled:
                Last<SignalExternalMachine>(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId, e).Move(ExternalRequestMachine.Inputs.Delivered, e);
                return true;
            case EventType.SignalExternalWorkflowExecutionFailed:
                Last<SignalExternalMachine>(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, e).Move(ExternalRequestMachine.Inputs.Failed, e);
                return true;
            case EventType.ExternalWorkflowExecutionCancelRequested:
                Last<CancelExternalMachine>(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId, e).Move(ExternalRequestMachine.Inputs.Delivered, e);
                return true;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                Last<CancelExternalMachine>(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, e).Move(ExternalRequestMachine.Inputs.Failed, e);
                return true;
            default:
                return false;
        }
    }

    private T Find<T>(long eventId, HistoryEvent e)
        where T : class, ICommandOwner =>
        _byEvent.GetValueOrDefault(eventId) as T
            ?? throw Nondeterminism.Error($"No {typeof(T).Name} for event {eventId} that this event refers to: {Nondeterminism.Describe(e)}");

    // The last event of a machine: nothing refers to it afterwards.
    private T Last<T>(long eventId, HistoryEvent e)
        where T : class, ICommandOwner
    {
        var machine = Find<T>(eventId, e);
        _byEvent.Remove(eventId);
        return machine;
    }
}
