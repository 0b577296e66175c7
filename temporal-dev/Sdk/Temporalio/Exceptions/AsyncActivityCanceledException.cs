namespace Temporalio.Exceptions;

/// <summary>A heartbeat from outside a worker learnt that its activity was cancelled.</summary>
public class AsyncActivityCanceledException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    public AsyncActivityCanceledException()
        : base("Activity cancelled")
    {
    }
}
