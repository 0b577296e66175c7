using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Histories;

/// <summary>Which events record a command of the worker, and so follow the completion of its task in command order.</summary>
internal static class CommandEvents
{
    /// <summary>Whether events of this type record a command.</summary>
    public static bool Is(EventType type) => type is
        EventType.ActivityTaskScheduled or
        EventType.ActivityTaskCancelRequested or
        EventType.TimerStarted or
        EventType.TimerCanceled or
        EventType.MarkerRecorded or
        EventType.StartChildWorkflowExecutionInitiated or
        EventType.SignalExternalWorkflowExecutionInitiated or
        EventType.RequestCancelExternalWorkflowExecutionInitiated or
        EventType.UpsertWorkflowSearchAttributes or
        EventType.WorkflowPropertiesModified or
        EventType.WorkflowExecutionUpdateAccepted or
        EventType.WorkflowExecutionUpdateCompleted or
        EventType.WorkflowExecutionCompleted or
        EventType.WorkflowExecutionFailed or
        EventType.WorkflowExecutionCanceled or
        EventType.WorkflowExecutionContinuedAsNew;
}
