namespace Temporalio.Client.Interceptors;

/// <summary>Input of one page of a list.</summary>
/// <param name="Query">Query over visibility.</param>
/// <param name="NextPageToken">Token of the page, null for the first.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record ListWorkflowsPaginatedInput(
    string Query,
    byte[]? NextPageToken,
    WorkflowListPaginatedOptions? Options);
