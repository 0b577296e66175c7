namespace Temporalio.Workflows;

/// <summary>The update whose handler or validator runs.</summary>
/// <param name="Id">Update id.</param>
/// <param name="Name">Update name.</param>
public record WorkflowUpdateInfo(string Id, string Name);
