using Temporalio.Common;
using Temporalio.Converters;
using Payload = Temporalio.Api.Common.V1.Payload;

namespace Temporalio.Activities;

/// <summary>Facts of an activity attempt.</summary>
/// <param name="ActivityId">Id within the run.</param>
/// <param name="ActivityType">Type.</param>
/// <param name="Attempt">Attempt, from 1.</param>
/// <param name="CurrentAttemptScheduledTime">When this attempt was scheduled, UTC.</param>
/// <param name="DataConverter">Converter of the details.</param>
/// <param name="HeartbeatDetails">Details of the last heartbeat of an earlier attempt.</param>
/// <param name="HeartbeatTimeout">Longest silence; null for none.</param>
/// <param name="IsLocal">Whether it is a local activity.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="Priority">Priority among waiting tasks.</param>
/// <param name="RetryPolicy">How failed attempts are repeated; null if not known.</param>
/// <param name="ScheduleToCloseTimeout">Longest time over all attempts; null for none.</param>
/// <param name="ScheduledTime">When the first attempt was scheduled, UTC.</param>
/// <param name="StartToCloseTimeout">Longest time of an attempt; null for none.</param>
/// <param name="StartedTime">When this attempt was started, UTC.</param>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="TaskToken">Token for asynchronous completion.</param>
/// <param name="WorkflowId">Workflow id; null if no workflow scheduled it.</param>
/// <param name="WorkflowNamespace">Namespace of the workflow; null if there is none.</param>
/// <param name="WorkflowRunId">Run id; null if there is none.</param>
/// <param name="WorkflowType">Workflow type; null if there is none.</param>
public record ActivityInfo(
    string ActivityId,
    string ActivityType,
    int Attempt,
    DateTime CurrentAttemptScheduledTime,
    DataConverter DataConverter,
    IReadOnlyCollection<Payload> HeartbeatDetails,
    TimeSpan? HeartbeatTimeout,
    bool IsLocal,
    string Namespace,
    Priority Priority,
    RetryPolicy? RetryPolicy,
    TimeSpan? ScheduleToCloseTimeout,
    DateTime ScheduledTime,
    TimeSpan? StartToCloseTimeout,
    DateTime StartedTime,
    string TaskQueue,
    byte[] TaskToken,
    string? WorkflowId,
    string? WorkflowNamespace,
    string? WorkflowRunId,
    string? WorkflowType)
{
    /// <summary>Whether a workflow scheduled it.</summary>
    public bool IsWorkflowActivity => WorkflowId != null;

    /// <summary>Reads one detail of the last heartbeat of an earlier attempt.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public async Task<T> HeartbeatDetailAtAsync<T>(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, HeartbeatDetails.Count);
        return await DataConverter.ToValueAsync<T>(HeartbeatDetails.ElementAt(index));
    }

    /// <summary>Values for the scope of log lines.</summary>
    internal Dictionary<string, object> LogScope()
    {
        var scope = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ActivityId"] = ActivityId,
            ["ActivityType"] = ActivityType,
            ["Attempt"] = Attempt,
            ["Namespace"] = Namespace,
        };
        if (IsWorkflowActivity)
        {
            scope["WorkflowId"] = WorkflowId!;
            scope["WorkflowNamespace"] = WorkflowNamespace!;
            scope["WorkflowRunId"] = WorkflowRunId!;
            scope["WorkflowType"] = WorkflowType!;
        }

        return scope;
    }
}
