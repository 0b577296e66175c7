using System.Linq.Expressions;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>A client of a namespace. Safe for any number of threads; make one and keep it.</summary>
public partial class TemporalClient : ITemporalClient
{
    /// <summary>Makes a client on a connection.</summary>
    /// <param name="connection">Connection.</param>
    /// <param name="options">Options; not to be changed afterwards.</param>
    public TemporalClient(ITemporalConnection connection, TemporalClientOptions options)
    {
        Connection = connection;
        Options = ClientPlugins.Configure(options);
        OutboundInterceptor = new ClientRoot(this);
        foreach (var interceptor in (Options.Interceptors ?? []).Reverse())
        {
            OutboundInterceptor = interceptor.InterceptClient(OutboundInterceptor);
        }
    }

    /// <inheritdoc />
    public TemporalClientOptions Options { get; private init; }

    /// <inheritdoc />
    public ITemporalConnection Connection { get; private init; }

    /// <inheritdoc />
    public IBridgeClientProvider BridgeClientProvider => Connection;

    /// <inheritdoc />
    public ClientOutboundInterceptor OutboundInterceptor { get; private init; }

    /// <inheritdoc />
    public WorkflowService WorkflowService => Connection.WorkflowService;

    /// <inheritdoc />
    public OperatorService OperatorService => Connection.OperatorService;

    /// <summary>Options of a call that is retried.</summary>
    protected internal static RpcOptions RetryRpcOptions { get; } = new() { Retry = true };

    /// <summary>Connects a client.</summary>
    /// <param name="options">Where to, and how.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The target is missing or no address.</exception>
    /// <exception cref="InvalidOperationException">The server did not answer.</exception>
    public static async Task<TemporalClient> ConnectAsync(TemporalClientConnectOptions options) =>
        new(await ClientPlugins.ConnectAsync(options), options.ToClientOptions());

    /// <summary>
    /// Makes a client that connects at its first call. A worker takes it only after <c>Connection.ConnectAsync</c>.
    /// </summary>
    /// <param name="options">Where to, and how.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The target is missing or no address.</exception>
    public static TemporalClient CreateLazy(TemporalClientConnectOptions options) =>
        new(TemporalConnection.CreateLazy(options), options.ToClientOptions());

    /// <inheritdoc />
    public Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return OutboundInterceptor.StartWorkflowAsync<TWorkflow, TResult>(
            new(WorkflowDefinition.NameForCall(method), args, options, null));
    }

    /// <inheritdoc />
    public async Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(workflowRunCall);
        return await OutboundInterceptor.StartWorkflowAsync<TWorkflow, ValueTuple>(
            new(WorkflowDefinition.NameForCall(method), args, options, null));
    }

    /// <inheritdoc />
    public async Task<WorkflowHandle> StartWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        await OutboundInterceptor.StartWorkflowAsync<ValueTuple, ValueTuple>(new(workflow, args, options, null));

    /// <inheritdoc />
    public WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(
        string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(
        string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc />
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(updateCall);
        return await StartUpdateWithStartWorkflowAsync<ValueTuple>(
            WorkflowUpdateDefinition.NameForCall(method), args, options);
    }

    /// <inheritdoc />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(
        Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options)
    {
        var (method, args) = ExpressionCalls.ReadCall(updateCall);
        return StartUpdateWithStartWorkflowAsync<TUpdateResult>(
            WorkflowUpdateDefinition.NameForCall(method), args, options);
    }

    /// <inheritdoc />
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        await StartUpdateWithStartWorkflowAsync<ValueTuple>(update, args, options);

    /// <inheritdoc />
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        OutboundInterceptor.StartUpdateWithStartWorkflowAsync<TUpdateResult>(new(update, args, options, null));

    /// <inheritdoc />
    public IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null) =>
        OutboundInterceptor.ListWorkflowsAsync(new(query, options));

    /// <inheritdoc />
    public Task<WorkflowListPage> ListWorkflowsPaginatedAsync(
        string query, byte[]? nextPageToken, WorkflowListPaginatedOptions? options = null) =>
        OutboundInterceptor.ListWorkflowsPaginatedAsync(new(query, nextPageToken, options));

    /// <inheritdoc />
    public Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null) =>
        OutboundInterceptor.CountWorkflowsAsync(new(query, options));

    /// <inheritdoc />
    public AsyncActivityHandle GetAsyncActivityHandle(byte[] taskToken) =>
        new(this, new AsyncActivityHandle.TaskTokenReference(taskToken));

    /// <inheritdoc />
    public AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string runId, string activityId) =>
        new(this, new AsyncActivityHandle.IdReference(workflowId, runId, activityId));

    /// <summary>Options of a call that is retried unless they say otherwise.</summary>
    /// <param name="origOptions">Options to start from, null for the defaults.</param>
    /// <returns>The options.</returns>
    protected internal static RpcOptions DefaultRetryOptions(RpcOptions? origOptions)
    {
        if (origOptions is null)
        {
            return RetryRpcOptions;
        }

        if (origOptions.Retry is not null)
        {
            return origOptions;
        }

        var options = (RpcOptions)origOptions.Clone();
        options.Retry = true;
        return options;
    }
}
