namespace Temporalio.Client.Interceptors;

/// <summary>Input of a termination.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id, null for the latest run.</param>
/// <param name="FirstExecutionRunId">Run that the chain began with, null if that does not matter.</param>
/// <param name="Reason">Reason, null for none.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record TerminateWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    string? Reason,
    WorkflowTerminateOptions? Options);
