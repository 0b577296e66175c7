namespace Temporalio.Client.Interceptors;

/// <summary>Input of a count.</summary>
/// <param name="Query">Query over visibility.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record CountWorkflowsInput(string Query, WorkflowCountOptions? Options);
