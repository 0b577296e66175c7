namespace Temporalio.Worker.Interceptors;

/// <summary>A request to cancel another workflow.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null for the current one.</param>
public record CancelExternalWorkflowInput(
    string Id,
    string? RunId);
