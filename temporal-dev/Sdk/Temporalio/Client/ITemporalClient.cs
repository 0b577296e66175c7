using System.Linq.Expressions;
using Temporalio.Client.Interceptors;
using Temporalio.Worker;

namespace Temporalio.Client;

/// <summary>A client of a namespace. Safe for any number of threads; make one and keep it.</summary>
public partial interface ITemporalClient : IWorkerClient
{
    /// <summary>The connection.</summary>
    ITemporalConnection Connection { get; }

    /// <summary>The first of the interceptors, which every call goes through.</summary>
    ClientOutboundInterceptor OutboundInterceptor { get; }

    /// <summary>Raw calls of the main service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Raw calls of the operators' service.</summary>
    OperatorService OperatorService { get; }

    /// <summary>Starts a workflow with a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>Handle of the workflow.</returns>
    /// <exception cref="ArgumentException">The call or an option is wrong.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">Another workflow has the id.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow without a result.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of the run method.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>Handle of the workflow.</returns>
    /// <exception cref="ArgumentException">The call or an option is wrong.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">Another workflow has the id.</exception>
    Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow by its name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id and task queue are required.</param>
    /// <returns>Handle of the workflow.</returns>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">Another workflow has the id.</exception>
    Task<WorkflowHandle> StartWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options);

    /// <summary>Makes a handle of a workflow; nothing is called.</summary>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id, null for the latest run.</param>
    /// <param name="firstExecutionRunId">Run that the chain must have begun with, null for any.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Makes a handle of a workflow; nothing is called.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id, null for the latest run.</param>
    /// <param name="firstExecutionRunId">Run that the chain must have begun with, null for any.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(
        string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Makes a handle of a workflow; nothing is called.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="id">Workflow id.</param>
    /// <param name="runId">Run id, null for the latest run.</param>
    /// <param name="firstExecutionRunId">Run that the chain must have begun with, null for any.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(
        string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Starts an update, and its workflow if need be, and waits for a stage.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    /// <returns>Handle of the update.</returns>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Starts an update, and its workflow if need be, and waits for a stage.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="updateCall">Call of the update's method.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    /// <returns>Handle of the update.</returns>
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Starts an update, and its workflow if need be, and waits for a stage.</summary>
    /// <param name="update">Name of the update.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    /// <returns>Handle of the update.</returns>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Starts an update, and its workflow if need be, and waits for a stage.</summary>
    /// <typeparam name="TUpdateResult">Type of the result.</typeparam>
    /// <param name="update">Name of the update.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; start operation and stage are required.</param>
    /// <returns>Handle of the update.</returns>
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Lists workflows, page by page as they are read.</summary>
    /// <param name="query">Query over visibility.</param>
    /// <param name="options">Options.</param>
    /// <returns>The workflows.</returns>
    IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null);

    /// <summary>Lists one page of workflows.</summary>
    /// <param name="query">Query over visibility.</param>
    /// <param name="nextPageToken">Token of the page, null for the first.</param>
    /// <param name="options">Options.</param>
    /// <returns>The page.</returns>
    Task<WorkflowListPage> ListWorkflowsPaginatedAsync(
        string query, byte[]? nextPageToken, WorkflowListPaginatedOptions? options = null);

    /// <summary>Counts workflows.</summary>
    /// <param name="query">Query over visibility.</param>
    /// <param name="options">Options.</param>
    /// <returns>The count.</returns>
    Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null);

    /// <summary>Makes a handle of an activity to complete from outside its worker.</summary>
    /// <param name="taskToken">Task token.</param>
    /// <returns>The handle.</returns>
    AsyncActivityHandle GetAsyncActivityHandle(byte[] taskToken);

    /// <summary>Makes a handle of an activity to complete from outside its worker.</summary>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="activityId">Activity id.</param>
    /// <returns>The handle.</returns>
    AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string runId, string activityId);
}
