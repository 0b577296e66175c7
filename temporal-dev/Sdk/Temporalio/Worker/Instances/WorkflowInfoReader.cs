using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Reads the facts of a run from its first event.</summary>
internal static class WorkflowInfoReader
{
    /// <summary>The facts.</summary>
    public static WorkflowInfo Read(HistoryEvent started, WorkflowInstanceSettings settings, DataConverter converter, DateTime firstTask)
    {
        var a = started.WorkflowExecutionStartedEventAttributes;
        return new(
            Attempt: a.Attempt,
            ContinuedRunId: OrNull(a.ContinuedExecutionRunId),
            CronSchedule: OrNull(a.CronSchedule),
            ExecutionTimeout: OrNull(a.WorkflowExecutionTimeout),
            FirstExecutionRunId: a.FirstExecutionRunId,
            Headers: CallHeaders.Read(a.Header),
            LastFailure: a.ContinuedFailure == null ? null : converter.FailureConverter.ToException(a.ContinuedFailure, converter.PayloadConverter),
            LastResult: a.LastCompletionResult?.Payloads_.Select(p => (IRawValue)new RawValue(p)).ToList(),
            Namespace: settings.Namespace,
            Parent: a.ParentWorkflowExecution == null
                ? null
                : new(a.ParentWorkflowNamespace, a.ParentWorkflowExecution.RunId, a.ParentWorkflowExecution.WorkflowId),
            Priority: a.Priority == null ? Priority.Default : Priority.FromProto(a.Priority),
            RetryPolicy: a.RetryPolicy == null ? null : RetryPolicy.FromProto(a.RetryPolicy),
            Root: a.RootWorkflowExecution == null ? null : new(a.RootWorkflowExecution.RunId, a.RootWorkflowExecution.WorkflowId),
            RunId: settings.RunId,
            RunTimeout: OrNull(a.WorkflowRunTimeout),
            StartTime: firstTask,
            TaskQueue: settings.TaskQueue,
            TaskTimeout: a.WorkflowTaskTimeout?.ToTimeSpan() ?? TimeSpan.FromSeconds(10),
            WorkflowId: settings.WorkflowId,
            WorkflowStartTime: started.EventTime?.ToDateTime() ?? firstTask,
            WorkflowType: settings.WorkflowType);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    // The server writes an absent timeout as nothing or as zero.
    private static TimeSpan? OrNull(Duration? duration) => duration?.ToTimeSpan() is { Ticks: > 0 } span ? span : null;
}
