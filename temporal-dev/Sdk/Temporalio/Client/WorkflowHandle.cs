using System.Linq.Expressions;
using System.Reflection;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>A workflow to talk to. Pin a run with <c>handle with { RunId = … }</c>.</summary>
/// <param name="Client">Client to call with.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run for every call but results; null for the latest.</param>
/// <param name="ResultRunId">Run to wait for the result of; null for the latest.</param>
/// <param name="FirstExecutionRunId">Run that the chain must have begun with, for cancel and terminate; null for any.</param>
public partial record WorkflowHandle(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
{
    /// <summary>Waits for the workflow, without its result.</summary>
    /// <param name="followRuns">Whether to wait for later runs of the chain as well.</param>
    /// <param name="rpcOptions">Options of each call.</param>
    /// <returns>Completes with the workflow.</returns>
    /// <exception cref="Exceptions.WorkflowFailedException">The workflow did not complete.</exception>
    /// <exception cref="Exceptions.WorkflowContinuedAsNewException">It continued as new and was not to be followed.</exception>
    public Task GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        GetResultAsync<ValueTuple>(followRuns, rpcOptions);

    /// <summary>Waits for the result of the workflow.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="followRuns">Whether to wait for later runs of the chain as well.</param>
    /// <param name="rpcOptions">Options of each call.</param>
    /// <returns>The result; its type's default if the workflow gave none.</returns>
    /// <exception cref="Exceptions.WorkflowFailedException">The workflow did not complete.</exception>
    /// <exception cref="Exceptions.WorkflowContinuedAsNewException">It continued as new and was not to be followed.</exception>
    public virtual Task<TResult> GetResultAsync<TResult>(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        new WorkflowResultReader(this).ReadAsync<TResult>(followRuns, rpcOptions);

    /// <summary>Signals the workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="signalCall">Call of the signal's method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the signal.</returns>
    public Task SignalAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null)
    {
        var (method, args) = ExpressionCalls.ReadCall(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameForCall(method), args, options);
    }

    /// <summary>Signals the workflow.</summary>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the signal.</returns>
    public virtual Task SignalAsync(
        string signal, IReadOnlyCollection<object?> args, WorkflowSignalOptions? options = null) =>
        Client.OutboundInterceptor.SignalWorkflowAsync(new(Id, RunId, signal, args, options, null));

    /// <summary>Queries the workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TQueryResult">Type of the answer.</typeparam>
    /// <param name="queryCall">Call of the query's method, or its property.</param>
    /// <param name="options">Options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="Exceptions.WorkflowQueryFailedException">The query failed.</exception>
    /// <exception cref="Exceptions.WorkflowQueryRejectedException">The query was refused.</exception>
    public Task<TQueryResult> QueryAsync<TWorkflow, TQueryResult>(
        Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null)
    {
        var (member, args) = ExpressionCalls.ReadCallOrProperty(queryCall);
        var name = member is PropertyInfo property
            ? WorkflowQueryDefinition.NameForCall(property)
            : WorkflowQueryDefinition.NameForCall((MethodInfo)member);
        return QueryAsync<TQueryResult>(name, args, options);
    }

    /// <summary>Queries the workflow.</summary>
    /// <typeparam name="TQueryResult">Type of the answer.</typeparam>
    /// <param name="query">Name of the query.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="Exceptions.WorkflowQueryFailedException">The query failed.</exception>
    /// <exception cref="Exceptions.WorkflowQueryRejectedException">The query was refused.</exception>
    public virtual Task<TQueryResult> QueryAsync<TQueryResult>(
        string query, IReadOnlyCollection<object?> args, WorkflowQueryOptions? options = null) =>
        Client.OutboundInterceptor.QueryWorkflowAsync<TQueryResult>(new(Id, RunId, query, args, options, null));

    /// <summary>Describes the workflow.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The description.</returns>
    public virtual Task<WorkflowExecutionDescription> DescribeAsync(WorkflowDescribeOptions? options = null) =>
        Client.OutboundInterceptor.DescribeWorkflowAsync(new(Id, RunId, options));

    /// <summary>Asks the workflow to cancel.</summary>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the request.</returns>
    public virtual Task CancelAsync(WorkflowCancelOptions? options = null) =>
        Client.OutboundInterceptor.CancelWorkflowAsync(new(Id, RunId, FirstExecutionRunId, options));

    /// <summary>Terminates the workflow.</summary>
    /// <param name="reason">Reason, null for none.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes when it is terminated.</returns>
    public virtual Task TerminateAsync(string? reason = null, WorkflowTerminateOptions? options = null) =>
        Client.OutboundInterceptor.TerminateWorkflowAsync(new(Id, RunId, FirstExecutionRunId, reason, options));

    /// <summary>Fetches the whole history.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The history.</returns>
    public virtual async Task<WorkflowHistory> FetchHistoryAsync(WorkflowHistoryEventFetchOptions? options = null)
    {
        var events = new List<HistoryEvent>();
        await foreach (var historyEvent in FetchHistoryEventsAsync(options))
        {
            events.Add(historyEvent);
        }

        return new(Id, events);
    }

    /// <summary>Fetches events, page by page.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The events in order.</returns>
    public virtual async IAsyncEnumerable<HistoryEvent> FetchHistoryEventsAsync(
        WorkflowHistoryEventFetchOptions? options = null)
    {
        byte[]? token = null;
        do
        {
            var page = await Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(new(
                Id,
                RunId,
                PageSize: null,
                NextPageToken: token,
                WaitNewEvent: options?.WaitNewEvent ?? false,
                EventFilterType: options?.EventFilterType ?? HistoryEventFilterType.AllEvent,
                SkipArchival: options?.SkipArchival ?? false,
                Rpc: options?.Rpc));
            foreach (var historyEvent in page.Events)
            {
                yield return historyEvent;
            }

            token = page.NextPageToken;
        }
        while (token is not null);
    }
}
