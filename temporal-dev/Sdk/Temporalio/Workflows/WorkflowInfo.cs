using Temporalio.Common;
using Temporalio.Converters;
using Payload = Temporalio.Api.Common.V1.Payload;

namespace Temporalio.Workflows;

/// <summary>Facts of a run that do not change.</summary>
/// <param name="Attempt">Attempt under the retry policy, from 1.</param>
/// <param name="ContinuedRunId">Run that this one continues; null if none.</param>
/// <param name="CronSchedule">Cron schedule; null if none.</param>
/// <param name="ExecutionTimeout">Longest time of the chain of runs; null for none.</param>
/// <param name="FirstExecutionRunId">First run of the chain.</param>
/// <param name="Headers">Headers of the start; null for none.</param>
/// <param name="LastFailure">Failure of the run before; null if none.</param>
/// <param name="LastResult">Result of the run before, of a schedule or cron; null if none.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="Parent">Parent run; null if none.</param>
/// <param name="Priority">Priority among waiting tasks.</param>
/// <param name="RetryPolicy">Retry policy of the run; null for none.</param>
/// <param name="Root">Topmost ancestor; null if this is it.</param>
/// <param name="RunId">Run id.</param>
/// <param name="RunTimeout">Longest time of the run; null for none.</param>
/// <param name="StartTime">Time of the first workflow task, UTC.</param>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="TaskTimeout">Longest time of a workflow task.</param>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="WorkflowStartTime">Time of the start on the server, UTC.</param>
/// <param name="WorkflowType">Workflow type.</param>
public record WorkflowInfo(
    int Attempt,
    string? ContinuedRunId,
    string? CronSchedule,
    TimeSpan? ExecutionTimeout,
    string FirstExecutionRunId,
    IReadOnlyDictionary<string, Payload>? Headers,
    Exception? LastFailure,
    IReadOnlyCollection<IRawValue>? LastResult,
    string Namespace,
    WorkflowInfo.ParentInfo? Parent,
    Priority Priority,
    RetryPolicy? RetryPolicy,
    WorkflowInfo.RootInfo? Root,
    string RunId,
    TimeSpan? RunTimeout,
    DateTime StartTime,
    string TaskQueue,
    TimeSpan TaskTimeout,
    string WorkflowId,
    DateTime WorkflowStartTime,
    string WorkflowType)
{
    /// <summary>The parent of a child run.</summary>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="RunId">Run id.</param>
    /// <param name="WorkflowId">Workflow id.</param>
    public record ParentInfo(string Namespace, string RunId, string WorkflowId);

    /// <summary>The topmost ancestor of a child run.</summary>
    /// <param name="RunId">Run id.</param>
    /// <param name="WorkflowId">Workflow id.</param>
    public record RootInfo(string RunId, string WorkflowId);

    /// <summary>Values for the scope of log lines.</summary>
    internal Dictionary<string, object> LogScope() => new(StringComparer.Ordinal)
    {
        ["Attempt"] = Attempt,
        ["Namespace"] = Namespace,
        ["FirstExecutionRunId"] = FirstExecutionRunId,
        ["RunId"] = RunId,
        ["TaskQueue"] = TaskQueue,
        ["WorkflowId"] = WorkflowId,
        ["WorkflowType"] = WorkflowType,
    };
}
