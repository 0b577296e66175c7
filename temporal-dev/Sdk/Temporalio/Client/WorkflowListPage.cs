namespace Temporalio.Client;

/// <summary>One page of a list of workflows.</summary>
/// <param name="Workflows">Workflows.</param>
/// <param name="NextPageToken">Token of the next page, null if this is the last.</param>
public record WorkflowListPage(IReadOnlyCollection<WorkflowExecution> Workflows, byte[]? NextPageToken);
