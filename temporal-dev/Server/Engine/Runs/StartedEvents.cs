using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Gives the end of an activity or child the id of its start event, which is known only once both are written.</summary>
internal sealed class StartedEvents
{
    private Dictionary<long, long>? _startOf;

    /// <summary>Call for every event as it gets its id.</summary>
    public void Wire(HistoryEvent written)
    {
        switch (written.EventType)
        {
            case EventType.ActivityTaskStarted:
                Note(written.ActivityTaskStartedEventAttributes.ScheduledEventId, written.EventId);
                break;
            case EventType.ChildWorkflowExecutionStarted:
                Note(written.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, written.EventId);
                break;
            case EventType.ActivityTaskCompleted:
                var completed = written.ActivityTaskCompletedEventAttributes;
                completed.StartedEventId = Start(completed.ScheduledEventId, completed.StartedEventId);
                break;
            case EventType.ActivityTaskFailed:
                var failed = written.ActivityTaskFailedEventAttributes;
                failed.StartedEventId = Start(failed.ScheduledEventId, failed.StartedEventId);
                break;
            case EventType.ActivityTaskTimedOut:
                var timedOut = written.ActivityTaskTimedOutEventAttributes;
                timedOut.StartedEventId = Start(timedOut.ScheduledEventId, timedOut.StartedEventId);
                break;
            case EventType.ActivityTaskCanceled:
                var canceled = written.ActivityTaskCanceledEventAttributes;
                canceled.StartedEventId = Start(canceled.ScheduledEventId, canceled.StartedEventId);
                break;
            default:
                WireChild(written);
                break;
        }
    }

    private void WireChild(HistoryEvent written)
    {
        switch (written.EventType)
        {
            case EventType.ChildWorkflowExecutionCompleted:
                var completed = written.ChildWorkflowExecutionCompletedEventAttributes;
                completed.StartedEventId = Start(completed.InitiatedEventId, completed.StartedEventId);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                var failed = written.ChildWorkflowExecutionFailedEventAttributes;
                failed.StartedEventId = Start(failed.InitiatedEventId, failed.StartedEventId);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                var timedOut = written.ChildWorkflowExecutionTimedOutEventAttributes;
                timedOut.StartedEventId = Start(timedOut.InitiatedEventId, timedOut.StartedEventId);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                var canceled = written.ChildWorkflowExecutionCanceledEventAttributes;
                canceled.StartedEventId = Start(canceled.InitiatedEventId, canceled.StartedEventId);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                var terminated = written.ChildWorkflowExecutionTerminatedEventAttributes;
                terminated.StartedEventId = Start(terminated.InitiatedEventId, terminated.StartedEventId);
                break;
            default:
                break;
        }
    }

    private void Note(long key, long start) => (_startOf ??= [])[key] = start;

    private long Start(long key, long known) => known != 0 ? known : _startOf?.GetValueOrDefault(key) ?? 0;
}
