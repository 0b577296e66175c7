namespace Temporalio.Exceptions;

/// <summary>A call ran into its time limit or was cancelled by the caller.</summary>
public class RpcTimeoutOrCanceledException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was waited for.</param>
    /// <param name="inner">The cause.</param>
    public RpcTimeoutOrCanceledException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
