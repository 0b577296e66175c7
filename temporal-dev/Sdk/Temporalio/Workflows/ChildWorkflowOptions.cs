using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How a child workflow is started.</summary>
public class ChildWorkflowOptions : ICloneable
{
    /// <summary>Workflow id. Default null: a new deterministic GUID.</summary>
    public string? Id { get; set; }

    /// <summary>Task queue. Default null: the parent's.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>One line of words shown for the whole run. Default null.</summary>
    public string? StaticSummary { get; set; }

    /// <summary>Longer words shown for the whole run. Default null.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>How failed runs are repeated. Default null: not at all.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Cancels the child. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>When a cancelled child counts as ended. Default: when it has ended.</summary>
    public ChildWorkflowCancellationType CancellationType { get; set; } = ChildWorkflowCancellationType.WaitCancellationCompleted;

    /// <summary>What happens to it when the parent ends. Default: it is terminated.</summary>
    public ParentClosePolicy ParentClosePolicy { get; set; } = ParentClosePolicy.Terminate;

    /// <summary>Longest time of the whole chain of runs. Default null: none.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Longest time of one run. Default null: none.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Longest time of one workflow task. Default null: the server's.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Whether the id of a closed run may be used again. Default: it may.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>Cron schedule. Default null: none.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Memo. Default null: none.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes. Default null: none.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Priority among waiting tasks. Default null: the parent's.</summary>
    public Priority? Priority { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
