namespace Temporalio.Client;

/// <summary>Options of an update that is started. <see cref="WaitForStage"/> is required.</summary>
public class WorkflowUpdateStartOptions : WorkflowUpdateOptions
{
    /// <summary>Creates options without a stage.</summary>
    public WorkflowUpdateStartOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="waitForStage">Stage to wait for.</param>
    public WorkflowUpdateStartOptions(WorkflowUpdateStage waitForStage) => WaitForStage = waitForStage;

    /// <summary>Creates options.</summary>
    /// <param name="id">Update id.</param>
    /// <param name="waitForStage">Stage to wait for.</param>
    public WorkflowUpdateStartOptions(string id, WorkflowUpdateStage waitForStage)
        : base(id) => WaitForStage = waitForStage;

    /// <summary>Stage to wait for: accepted or completed; required.</summary>
    public WorkflowUpdateStage WaitForStage { get; set; }
}
