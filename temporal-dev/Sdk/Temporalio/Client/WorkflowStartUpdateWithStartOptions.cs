namespace Temporalio.Client;

/// <summary>Options of an update that is started, and starts its workflow if need be.</summary>
public class WorkflowStartUpdateWithStartOptions : WorkflowUpdateWithStartOptions
{
    /// <summary>Creates options without start operation and stage.</summary>
    public WorkflowStartUpdateWithStartOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="startWorkflowOperation">How to start the workflow.</param>
    /// <param name="waitForStage">Stage to wait for.</param>
    public WorkflowStartUpdateWithStartOptions(
        WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(startWorkflowOperation) => WaitForStage = waitForStage;

    /// <summary>Creates options.</summary>
    /// <param name="id">Update id.</param>
    /// <param name="startWorkflowOperation">How to start the workflow.</param>
    /// <param name="waitForStage">Stage to wait for.</param>
    public WorkflowStartUpdateWithStartOptions(
        string id, WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(id, startWorkflowOperation) => WaitForStage = waitForStage;

    /// <summary>Stage to wait for: accepted or completed; required.</summary>
    public WorkflowUpdateStage WaitForStage { get; set; }
}
