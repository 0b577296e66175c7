using System.Linq.Expressions;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>How a workflow is started. <see cref="Id"/> and <see cref="TaskQueue"/> are required.</summary>
public class WorkflowOptions : ICloneable
{
    /// <summary>Creates options without id and task queue.</summary>
    public WorkflowOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="taskQueue">Task queue.</param>
    public WorkflowOptions(string id, string taskQueue)
    {
        Id = id;
        TaskQueue = taskQueue;
    }

    /// <summary>Workflow id; required.</summary>
    public string? Id { get; set; }

    /// <summary>Task queue; required.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>One line in Markdown for people. Default null: none.</summary>
    public string? StaticSummary { get; set; }

    /// <summary>Several lines in Markdown for people. Default null: none.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>Limit of the whole chain of runs. Default null: none.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Limit of one run. Default null: none.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Limit of one workflow task. Default null: the server's, 10 s.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>What to do if a closed workflow has this id. Default: start another.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>What to do if a running workflow has this id. Default unspecified, which fails.</summary>
    public WorkflowIdConflictPolicy IdConflictPolicy { get; set; } = WorkflowIdConflictPolicy.Unspecified;

    /// <summary>Retries of the whole workflow. Default null: none.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Cron expression to start again by. Default null: none.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Values to store beside the workflow, none of them null. Default null: none.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes. Default null: none.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Delay before the first workflow task. Default null: none.</summary>
    public TimeSpan? StartDelay { get; set; }

    /// <summary>Signal to send with the start, to a running workflow instead of it. Default null: none.</summary>
    public string? StartSignal { get; set; }

    /// <summary>Arguments of <see cref="StartSignal"/>. Default null: none.</summary>
    public IReadOnlyCollection<object?>? StartSignalArgs { get; set; }

    /// <summary>Whether the first workflow task may be handed to a worker on this connection. Default false.</summary>
    public bool RequestEagerStart { get; set; }

    /// <summary>Priority. Default null: the server's.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Which worker deployment version runs it. Default null: what the workflow says.</summary>
    public VersioningOverride? VersioningOverride { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Sends a signal with the start.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="signalCall">Call of the signal's method.</param>
    public void SignalWithStart<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall)
    {
        var (method, args) = ExpressionCalls.ReadCall(signalCall);
        SignalWithStart(WorkflowSignalDefinition.NameForCall(method), args);
    }

    /// <summary>Sends a signal with the start.</summary>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="args">Its arguments.</param>
    public void SignalWithStart(string signal, IReadOnlyCollection<object?> args)
    {
        StartSignal = signal;
        StartSignalArgs = args;
    }

    /// <summary>Makes a copy; nested call options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
