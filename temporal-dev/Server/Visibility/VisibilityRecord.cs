using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>What lists show of one run, and what their filters see.</summary>
internal sealed record VisibilityRecord
{
    /// <summary>Namespace of the run.</summary>
    public required string Namespace { get; init; }

    /// <summary>Workflow id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Run id, unique.</summary>
    public required string RunId { get; init; }

    /// <summary>Name of the workflow type.</summary>
    public required string WorkflowType { get; init; }

    /// <summary>Task queue of the run.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>When the run started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When its first workflow task may come: the start plus any delay or backoff.</summary>
    public required DateTimeOffset ExecutionTime { get; init; }

    /// <summary>When it closed; null while it is open.</summary>
    public DateTimeOffset? CloseTime { get; init; }

    /// <summary>Its status.</summary>
    public required WorkflowExecutionStatus Status { get; init; }

    /// <summary>Number of events in history.</summary>
    public long HistoryLength { get; init; }

    /// <summary>Size of history in bytes.</summary>
    public long HistorySizeBytes { get; init; }

    /// <summary>Number of changes of the run's state.</summary>
    public long StateTransitionCount { get; init; }

    /// <summary>Workflow id of the parent, if any.</summary>
    public string? ParentWorkflowId { get; init; }

    /// <summary>Run id of the parent, if any.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>Workflow id at the top of the chain of parents; its own without one.</summary>
    public required string RootWorkflowId { get; init; }

    /// <summary>Run id at the top of the chain of parents; its own without one.</summary>
    public required string RootRunId { get; init; }

    /// <summary>The run's memo, if any.</summary>
    public Memo? Memo { get; init; }

    /// <summary>Search attributes by name, those that the server sets itself included.</summary>
    public IReadOnlyDictionary<string, Payload> SearchAttributes { get; init; } = new SortedDictionary<string, Payload>(StringComparer.Ordinal);
}
