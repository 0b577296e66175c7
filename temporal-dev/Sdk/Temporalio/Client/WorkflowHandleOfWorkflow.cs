using System.Linq.Expressions;

namespace Temporalio.Client;

/// <summary>A workflow of a known type to talk to.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
/// <param name="Client">Client to call with.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run for every call but results; null for the latest.</param>
/// <param name="ResultRunId">Run to wait for the result of; null for the latest.</param>
/// <param name="FirstExecutionRunId">Run that the chain must have begun with, for cancel and terminate; null for any.</param>
public record WorkflowHandle<TWorkflow>(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
    : WorkflowHandle(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <summary>Signals the workflow.</summary>
    /// <param name="signalCall">Call of the signal's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the signal.</returns>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);

    /// <summary>Queries the workflow.</summary>
    /// <typeparam name="TQueryResult">Type of the answer.</typeparam>
    /// <param name="queryCall">Call of the query's method, or its property.</param>
    /// <param name="options">Options.</param>
    /// <returns>The answer.</returns>
    public Task<TQueryResult> QueryAsync<TQueryResult>(
        Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null) =>
        QueryAsync<TWorkflow, TQueryResult>(queryCall, options);

    /// <summary>Sends an update and waits for a stage of it.</summary>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Handle of the update.</returns>
    public Task<WorkflowUpdateHandle> StartUpdateAsync(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Sends an update and waits for a stage of it.</summary>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Handle of the update.</returns>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);

    /// <summary>Sends an update and waits until it is done.</summary>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes with the update.</returns>
    public Task ExecuteUpdateAsync(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Sends an update and waits for its result.</summary>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>The result.</returns>
    public Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);
}
