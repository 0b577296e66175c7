using Microsoft.Extensions.Logging;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>What a workflow instance gets from its worker.</summary>
internal sealed record WorkflowInstanceSettings
{
    /// <summary>Definition of the workflow type.</summary>
    public required WorkflowDefinition Definition { get; init; }

    /// <summary>Namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Task queue of the worker.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Workflow id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Run id.</summary>
    public required string RunId { get; init; }

    /// <summary>Workflow type as the server names it.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Converter of the client.</summary>
    public required DataConverter DataConverter { get; init; }

    /// <summary>Interceptors, outermost first.</summary>
    public IReadOnlyCollection<IWorkerInterceptor> Interceptors { get; init; } = [];

    /// <summary>Loggers.</summary>
    public required ILoggerFactory LoggerFactory { get; init; }

    /// <summary>Meter for workflow code.</summary>
    public required MetricMeter MetricMeter { get; init; }

    /// <summary>Exception types that fail the workflow instead of its task.</summary>
    public IReadOnlyCollection<Type> FailureExceptionTypes { get; init; } = [];

    /// <summary>Whether the query for stack traces is answered.</summary>
    public WorkflowStackTrace StackTrace { get; init; }

    /// <summary>Decides whether a patch is used on first sight; null for always.</summary>
    public Func<PatchActivationInput, bool>? PatchActivationCallback { get; init; }

    /// <summary>Build id of the worker.</summary>
    public required string BuildId { get; init; }

    /// <summary>Deployment version of the worker; null if it has none.</summary>
    public WorkerDeploymentVersion? DeploymentVersion { get; init; }

    /// <summary>Whether work that leaves the workflow's scheduler fails the task.</summary>
    public bool IsSchedulerChecked { get; init; } = true;

    /// <summary>Runs local activities.</summary>
    public required ILocalActivityRunner LocalActivities { get; init; }
}
