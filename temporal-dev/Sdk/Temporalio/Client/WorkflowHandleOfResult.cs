namespace Temporalio.Client;

/// <summary>A workflow of a known type with a result to talk to.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
/// <typeparam name="TResult">Result type.</typeparam>
/// <param name="Client">Client to call with.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run for every call but results; null for the latest.</param>
/// <param name="ResultRunId">Run to wait for the result of; null for the latest.</param>
/// <param name="FirstExecutionRunId">Run that the chain must have begun with, for cancel and terminate; null for any.</param>
public record WorkflowHandle<TWorkflow, TResult>(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
    : WorkflowHandle<TWorkflow>(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <summary>Waits for the result of the workflow.</summary>
    /// <param name="followRuns">Whether to wait for later runs of the chain as well.</param>
    /// <param name="rpcOptions">Options of each call.</param>
    /// <returns>The result; its type's default if the workflow gave none.</returns>
    /// <exception cref="Exceptions.WorkflowFailedException">The workflow did not complete.</exception>
    /// <exception cref="Exceptions.WorkflowContinuedAsNewException">It continued as new and was not to be followed.</exception>
    public new Task<TResult> GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        GetResultAsync<TResult>(followRuns, rpcOptions);
}
