namespace Temporalio.Workflows;

/// <summary>A child of a known type and result that has started.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
/// <typeparam name="TResult">Result type.</typeparam>
public abstract class ChildWorkflowHandle<TWorkflow, TResult> : ChildWorkflowHandle<TWorkflow>
{
    /// <summary>Waits for the result of the child.</summary>
    public new Task<TResult> GetResultAsync() => GetResultAsync<TResult>();
}
