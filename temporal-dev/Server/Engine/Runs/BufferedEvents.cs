using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Which events wait while a workflow task is started, and in which order they are written then.</summary>
internal static class BufferedEvents
{
    private static readonly FrozenSet<EventType> WrittenAtOnce = new[]
    {
        EventType.WorkflowExecutionStarted, EventType.WorkflowExecutionCompleted, EventType.WorkflowExecutionFailed,
        EventType.WorkflowExecutionTimedOut, EventType.WorkflowExecutionTerminated, EventType.WorkflowExecutionContinuedAsNew,
        EventType.WorkflowExecutionCanceled, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted,
        EventType.WorkflowTaskCompleted, EventType.WorkflowTaskFailed, EventType.WorkflowTaskTimedOut,
        EventType.ActivityTaskScheduled, EventType.ActivityTaskCancelRequested, EventType.TimerStarted, EventType.TimerCanceled,
        EventType.RequestCancelExternalWorkflowExecutionInitiated, EventType.MarkerRecorded,
        EventType.StartChildWorkflowExecutionInitiated, EventType.SignalExternalWorkflowExecutionInitiated,
        EventType.UpsertWorkflowSearchAttributes, EventType.WorkflowPropertiesModified,
        EventType.WorkflowExecutionUpdateAccepted, EventType.WorkflowExecutionUpdateCompleted,
        EventType.NexusOperationScheduled, EventType.NexusOperationCancelRequested,
    }.ToFrozenSet();

    private static readonly FrozenSet<EventType> WrittenLast = new[]
    {
        EventType.ActivityTaskCompleted, EventType.ActivityTaskFailed, EventType.ActivityTaskTimedOut, EventType.ActivityTaskCanceled,
        EventType.ChildWorkflowExecutionCompleted, EventType.ChildWorkflowExecutionFailed, EventType.ChildWorkflowExecutionTimedOut,
        EventType.ChildWorkflowExecutionCanceled, EventType.ChildWorkflowExecutionTerminated,
        EventType.NexusOperationCompleted, EventType.NexusOperationFailed, EventType.NexusOperationCanceled, EventType.NexusOperationTimedOut,
    }.ToFrozenSet();

    public static bool Waits(EventType type) => !WrittenAtOnce.Contains(type);

    /// <summary>Ends of activities, children and Nexus operations move after the rest, so that a start always stands before its end.</summary>
    public static IEnumerable<HistoryEvent> InOrder(IReadOnlyCollection<HistoryEvent> events) => events.Count == 1 ? events :
        events.Where(e => !WrittenLast.Contains(e.EventType)).Concat(events.Where(e => WrittenLast.Contains(e.EventType)));
}
