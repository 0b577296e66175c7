namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between the worker and activity code.</summary>
public abstract class ActivityInboundInterceptor
{
    /// <summary>Makes a link of the chain.</summary>
    /// <param name="next">The next link.</param>
    protected ActivityInboundInterceptor(ActivityInboundInterceptor next) => MaybeNext = next;

    private protected ActivityInboundInterceptor()
    {
    }

    /// <summary>The next link.</summary>
    /// <exception cref="InvalidOperationException">This is the last link.</exception>
    protected ActivityInboundInterceptor Next => MaybeNext ?? throw new InvalidOperationException("No next interceptor defined");

    private protected ActivityInboundInterceptor? MaybeNext { get; }

    /// <summary>Receives, and may wrap, the calls that the activity makes.</summary>
    public virtual void Init(ActivityOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs an activity.</summary>
    public virtual Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) => Next.ExecuteActivityAsync(input);
}
