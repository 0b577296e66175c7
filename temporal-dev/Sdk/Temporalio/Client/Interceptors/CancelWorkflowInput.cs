namespace Temporalio.Client.Interceptors;

/// <summary>Input of a cancellation request.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id, null for the latest run.</param>
/// <param name="FirstExecutionRunId">Run that the chain began with, null if that does not matter.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record CancelWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    WorkflowCancelOptions? Options);
