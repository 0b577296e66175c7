using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How a local activity is run: by this worker, within the workflow task. Start-to-close or schedule-to-close timeout is required.</summary>
public class LocalActivityOptions : ICloneable
{
    /// <summary>Longest time from schedule to end, all attempts included. Default null: bounded by the run.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; set; }

    /// <summary>Longest wait for a worker. Default null: bounded by schedule to close.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; set; }

    /// <summary>Longest time of one attempt. This or schedule to close is required. Default null.</summary>
    public TimeSpan? StartToCloseTimeout { get; set; }

    /// <summary>How failed attempts are repeated. Default null: 1 s, doubling, at most 100 s, without end.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Longest wait before a retry that is spent within the workflow task; a longer one becomes a timer. Default null: one minute.</summary>
    public TimeSpan? LocalRetryThreshold { get; set; }

    /// <summary>When a cancelled activity counts as ended. Default: at once.</summary>
    public ActivityCancellationType CancellationType { get; set; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Id. Default null: its number. Best left alone.</summary>
    public string? ActivityId { get; set; }

    /// <summary>One line of words shown with the marker. Default null.</summary>
    public string? Summary { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
