namespace Temporalio.Client.Interceptors;

/// <summary>Input of a list.</summary>
/// <param name="Query">Query over visibility.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record ListWorkflowsInput(string Query, WorkflowListOptions? Options);
