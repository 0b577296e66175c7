namespace Temporalio.Client.Interceptors;

/// <summary>
/// Sees every call that a client makes, and may change it. Override what is of interest; everything else goes on to
/// the next one.
/// </summary>
public abstract partial class ClientOutboundInterceptor
{
    private readonly ClientOutboundInterceptor? _next;

    /// <summary>Creates an interceptor.</summary>
    /// <param name="next">The one to go on to.</param>
    protected ClientOutboundInterceptor(ClientOutboundInterceptor next) => _next = next;

    /// <summary>Creates the last one, which overrides everything.</summary>
    private protected ClientOutboundInterceptor()
    {
    }

    /// <summary>The one to go on to.</summary>
    protected ClientOutboundInterceptor Next =>
        _next ?? throw new InvalidOperationException("There is no next interceptor");

    /// <summary>Starts a workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
        Next.StartWorkflowAsync<TWorkflow, TResult>(input);

    /// <summary>Starts an update, and its workflow if need be.</summary>
    /// <typeparam name="TUpdateResult">Result type.</typeparam>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(StartUpdateWithStartWorkflowInput input) =>
        Next.StartUpdateWithStartWorkflowAsync<TUpdateResult>(input);

    /// <summary>Signals a workflow.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task SignalWorkflowAsync(SignalWorkflowInput input) =>
        Next.SignalWorkflowAsync(input);

    /// <summary>Queries a workflow.</summary>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) =>
        Next.QueryWorkflowAsync<TResult>(input);

    /// <summary>Starts an update.</summary>
    /// <typeparam name="TResult">Result type.</typeparam>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) =>
        Next.StartWorkflowUpdateAsync<TResult>(input);

    /// <summary>Describes a workflow.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input) =>
        Next.DescribeWorkflowAsync(input);

    /// <summary>Asks a workflow to cancel.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task CancelWorkflowAsync(CancelWorkflowInput input) =>
        Next.CancelWorkflowAsync(input);

    /// <summary>Terminates a workflow.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task TerminateWorkflowAsync(TerminateWorkflowInput input) =>
        Next.TerminateWorkflowAsync(input);

    /// <summary>Fetches one page of events.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input) =>
        Next.FetchWorkflowHistoryEventPageAsync(input);

    /// <summary>Lists workflows.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input) =>
        Next.ListWorkflowsAsync(input);

    /// <summary>Counts workflows.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input) =>
        Next.CountWorkflowsAsync(input);

    /// <summary>Lists one page of workflows.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<WorkflowListPage> ListWorkflowsPaginatedAsync(ListWorkflowsPaginatedInput input) =>
        Next.ListWorkflowsPaginatedAsync(input);

    /// <summary>Heartbeats an activity from outside a worker.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input) =>
        Next.HeartbeatAsyncActivityAsync(input);

    /// <summary>Completes an activity from outside its worker.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input) =>
        Next.CompleteAsyncActivityAsync(input);

    /// <summary>Fails an activity from outside its worker.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task FailAsyncActivityAsync(FailAsyncActivityInput input) =>
        Next.FailAsyncActivityAsync(input);

    /// <summary>Reports an activity as cancelled from outside its worker.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input) =>
        Next.ReportCancellationAsyncActivityAsync(input);
}
