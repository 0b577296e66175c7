namespace Temporalio.Client.Interceptors;

/// <summary>Input of a description.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id, null for the latest run.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record DescribeWorkflowInput(string Id, string? RunId, WorkflowDescribeOptions? Options);
