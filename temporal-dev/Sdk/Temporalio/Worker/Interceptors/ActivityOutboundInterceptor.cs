namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between activity code and the worker.</summary>
public abstract class ActivityOutboundInterceptor
{
    /// <summary>Makes a link of the chain.</summary>
    /// <param name="next">The next link.</param>
    protected ActivityOutboundInterceptor(ActivityOutboundInterceptor next) => MaybeNext = next;

    private protected ActivityOutboundInterceptor()
    {
    }

    /// <summary>The next link.</summary>
    /// <exception cref="InvalidOperationException">This is the last link.</exception>
    protected ActivityOutboundInterceptor Next => MaybeNext ?? throw new InvalidOperationException("No next interceptor defined");

    private protected ActivityOutboundInterceptor? MaybeNext { get; }

    /// <summary>Sends a heartbeat.</summary>
    public virtual void Heartbeat(HeartbeatInput input) => Next.Heartbeat(input);
}
