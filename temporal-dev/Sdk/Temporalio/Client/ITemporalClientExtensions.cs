using System.Linq.Expressions;
using Temporalio.Common;

namespace Temporalio.Client;

/// <summary>What follows from the calls of a client.</summary>
public static class ITemporalClientExtensions
{
    /// <summary>Starts a workflow and waits for its result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>The result.</returns>
    public static async Task<TResult> ExecuteWorkflowAsync<TWorkflow, TResult>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options);
        return await handle.GetResultAsync(rpcOptions: options.Rpc);
    }

    /// <summary>Starts a workflow and waits for it.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>Completes with the workflow.</returns>
    public static async Task ExecuteWorkflowAsync<TWorkflow>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options);
        await handle.GetResultAsync(rpcOptions: options.Rpc);
    }

    /// <summary>Starts a workflow by its name and waits for it.</summary>
    /// <param name="client">Client.</param>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>Completes with the workflow.</returns>
    public static async Task ExecuteWorkflowAsync(
        this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options);
        await handle.GetResultAsync(rpcOptions: options.Rpc);
    }

    /// <summary>Starts a workflow by its name and waits for its result.</summary>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>The result.</returns>
    public static async Task<TResult> ExecuteWorkflowAsync<TResult>(
        this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options);
        return await handle.GetResultAsync<TResult>(rpcOptions: options.Rpc);
    }

    /// <summary>Sends an update, starts its workflow if need be, and waits until the update is done.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options; the start operation is required.</param>
    /// <returns>Completes with the update.</returns>
    public static async Task ExecuteUpdateWithStartWorkflowAsync<TWorkflow>(
        this ITemporalClient client, Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, UntilCompleted(options));
        await handle.GetResultAsync(options.Rpc);
    }

    /// <summary>Sends an update, starts its workflow if need be, and waits for the update's result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options; the start operation is required.</param>
    /// <returns>The result.</returns>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        this ITemporalClient client,
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall,
        WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, UntilCompleted(options));
        return await handle.GetResultAsync(options.Rpc);
    }

    /// <summary>Sends an update, starts its workflow if need be, and waits until the update is done.</summary>
    /// <param name="client">Client.</param>
    /// <param name="update">Name of the update.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; the start operation is required.</param>
    /// <returns>Completes with the update.</returns>
    public static async Task ExecuteUpdateWithStartWorkflowAsync(
        this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(update, args, UntilCompleted(options));
        await handle.GetResultAsync(options.Rpc);
    }

    /// <summary>Sends an update, starts its workflow if need be, and waits for the update's result.</summary>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="client">Client.</param>
    /// <param name="update">Name of the update.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; the start operation is required.</param>
    /// <returns>The result.</returns>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TUpdateResult>(
        this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync<TUpdateResult>(update, args, UntilCompleted(options));
        return await handle.GetResultAsync(options.Rpc);
    }

    /// <summary>Lists the histories of workflows, one after the other as they are read.</summary>
    /// <param name="client">Client.</param>
    /// <param name="query">Query over visibility.</param>
    /// <param name="listOptions">Options of the list.</param>
    /// <param name="historyFetchOptions">Options of each history.</param>
    /// <returns>The histories.</returns>
    public static async IAsyncEnumerable<WorkflowHistory> ListWorkflowHistoriesAsync(
        this ITemporalClient client,
        string query,
        WorkflowListOptions? listOptions = null,
        WorkflowHistoryEventFetchOptions? historyFetchOptions = null)
    {
        await foreach (var execution in client.ListWorkflowsAsync(query, listOptions))
        {
            yield return await client.GetWorkflowHandle(execution.Id, execution.RunId)
                .FetchHistoryAsync(historyFetchOptions);
        }
    }

    private static WorkflowStartUpdateWithStartOptions UntilCompleted(WorkflowUpdateWithStartOptions options) => new()
    {
        Id = options.Id,
        Rpc = options.Rpc,
        StartWorkflowOperation = options.StartWorkflowOperation,
        WaitForStage = WorkflowUpdateStage.Completed,
    };
}
