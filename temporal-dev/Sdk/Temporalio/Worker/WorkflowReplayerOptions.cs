using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Converters;
using Temporalio.Runtime;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What a replayer knows. At least one workflow is required.</summary>
public class WorkflowReplayerOptions : ICloneable
{
    private IList<WorkflowDefinition> _workflows = [];

    /// <summary>Workflows to replay.</summary>
    public IList<WorkflowDefinition> Workflows => _workflows;

    /// <summary>Namespace that the code sees. Default "ReplayNamespace".</summary>
    public string Namespace { get; set; } = "ReplayNamespace";

    /// <summary>Task queue that the code sees. Default "ReplayTaskQueue".</summary>
    public string TaskQueue { get; set; } = "ReplayTaskQueue";

    /// <summary>Converter, the one that the history was made with. Default: the default one.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Wraps workflow code, outermost first. Default null: none.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Loggers. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Build id that the code sees. Default null: that of the program.</summary>
    public string? BuildId { get; set; }

    /// <summary>Name of the worker. Default null.</summary>
    public string? Identity { get; set; }

    /// <summary>Whether deadlocks go unnoticed, as breakpoints need. Default: whether a debugger is attached.</summary>
    public bool DebugMode { get; set; } = System.Diagnostics.Debugger.IsAttached;

    /// <summary>Whether work that leaves the workflow's scheduler goes unnoticed. Default false: it fails the workflow task.</summary>
    public bool DisableWorkflowTracingEventListener { get; set; }

    /// <summary>Exception types that fail the workflow instead of its task. Default null: none.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Runtime whose meter the code sees. Default null: the default one.</summary>
    public TemporalRuntime? Runtime { get; set; }

    /// <summary>Plugins, the first outermost. Default null: none.</summary>
    public IReadOnlyCollection<ITemporalWorkerPlugin>? Plugins { get; set; }

    /// <summary>Adds a workflow.</summary>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">Its type.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">Its definition.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>A copy with a list of its own.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowReplayerOptions)MemberwiseClone();
        copy._workflows = [.. Workflows];
        return copy;
    }
}
