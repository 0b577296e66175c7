namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between the worker and workflow code. Its code runs within the workflow and must be deterministic.</summary>
public abstract class WorkflowInboundInterceptor
{
    /// <summary>Makes a link of the chain.</summary>
    /// <param name="next">The next link.</param>
    protected WorkflowInboundInterceptor(WorkflowInboundInterceptor next) => MaybeNext = next;

    private protected WorkflowInboundInterceptor()
    {
    }

    /// <summary>The next link.</summary>
    /// <exception cref="InvalidOperationException">This is the last link.</exception>
    protected WorkflowInboundInterceptor Next => MaybeNext ?? throw new InvalidOperationException("No next interceptor defined");

    private protected WorkflowInboundInterceptor? MaybeNext { get; }

    /// <summary>Receives, and may wrap, the calls that the workflow makes.</summary>
    public virtual void Init(WorkflowOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs the workflow.</summary>
    public virtual Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) => Next.ExecuteWorkflowAsync(input);

    /// <summary>Handles a signal.</summary>
    public virtual Task HandleSignalAsync(HandleSignalInput input) => Next.HandleSignalAsync(input);

    /// <summary>Answers a query.</summary>
    public virtual object? HandleQuery(HandleQueryInput input) => Next.HandleQuery(input);

    /// <summary>Validates an update; what it throws refuses it.</summary>
    public virtual void ValidateUpdate(HandleUpdateInput input) => Next.ValidateUpdate(input);

    /// <summary>Handles an update.</summary>
    public virtual Task<object?> HandleUpdateAsync(HandleUpdateInput input) => Next.HandleUpdateAsync(input);
}
