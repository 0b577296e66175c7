using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>The end of a child as its parent's history tells it.</summary>
internal static class ChildEnds
{
    /// <param name="runId">The last run of the child's chain.</param>
    /// <param name="close">Its closing event.</param>
    public static void Write(RunChange parent, PendingChild child, string runId, HistoryEvent close)
    {
        var initiated = child.Initiated;
        var execution = new WorkflowExecution { WorkflowId = initiated.WorkflowId, RunId = runId };
        switch (close.EventType)
        {
            case EventType.WorkflowExecutionCompleted:
                parent.Write(EventType.ChildWorkflowExecutionCompleted, e => e.ChildWorkflowExecutionCompletedEventAttributes = new()
                {
                    Result = close.WorkflowExecutionCompletedEventAttributes.Result,
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = initiated.WorkflowType,
                    InitiatedEventId = child.InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                });
                break;
            case EventType.WorkflowExecutionFailed:
                parent.Write(EventType.ChildWorkflowExecutionFailed, e => e.ChildWorkflowExecutionFailedEventAttributes = new()
                {
                    Failure = close.WorkflowExecutionFailedEventAttributes.Failure,
                    RetryState = close.WorkflowExecutionFailedEventAttributes.RetryState,
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = initiated.WorkflowType,
                    InitiatedEventId = child.InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                });
                break;
            case EventType.WorkflowExecutionCanceled:
                parent.Write(EventType.ChildWorkflowExecutionCanceled, e => e.ChildWorkflowExecutionCanceledEventAttributes = new()
                {
                    Details = close.WorkflowExecutionCanceledEventAttributes.Details,
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = initiated.WorkflowType,
                    InitiatedEventId = child.InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                });
                break;
            case EventType.WorkflowExecutionTimedOut:
                parent.Write(EventType.ChildWorkflowExecutionTimedOut, e => e.ChildWorkflowExecutionTimedOutEventAttributes = new()
                {
                    RetryState = close.WorkflowExecutionTimedOutEventAttributes.RetryState,
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = initiated.WorkflowType,
                    InitiatedEventId = child.InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                });
                break;
            default:
                parent.Write(EventType.ChildWorkflowExecutionTerminated, e => e.ChildWorkflowExecutionTerminatedEventAttributes = new()
                {
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = initiated.WorkflowType,
                    InitiatedEventId = child.InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                });
                break;
        }
    }
}
