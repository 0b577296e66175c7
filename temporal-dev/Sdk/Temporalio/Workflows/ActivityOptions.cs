using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How an activity is scheduled. Start-to-close or schedule-to-close timeout is required.</summary>
public class ActivityOptions : ICloneable
{
    /// <summary>Longest time from schedule to end, all attempts included. Default null: bounded by the run.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; set; }

    /// <summary>Longest wait for a worker. Default null: bounded by schedule to close.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; set; }

    /// <summary>Longest time of one attempt. This or schedule to close is required. Default null.</summary>
    public TimeSpan? StartToCloseTimeout { get; set; }

    /// <summary>Longest silence between heartbeats. Default null: none expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; set; }

    /// <summary>How failed attempts are repeated. Default null: the server's policy, without end.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>When a cancelled activity counts as ended. Default: at once.</summary>
    public ActivityCancellationType CancellationType { get; set; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Task queue of the worker that is to run it. Default null: the workflow's own.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Id, unique among the open activities of the run. Default null: its number. Best left alone.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Whether the worker must not take the activity at once. Default false.</summary>
    public bool DisableEagerActivityExecution { get; set; }

    /// <summary>One line of words shown with the activity. Default null.</summary>
    public string? Summary { get; set; }

    /// <summary>Priority among waiting tasks. Default null: the workflow's.</summary>
    public Priority? Priority { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
