namespace Temporalio.Exceptions;

/// <summary>
/// Waiting for an update ran into its time limit or was cancelled by the caller; this says nothing about the update.
/// </summary>
public class WorkflowUpdateRpcTimeoutOrCanceledException : RpcTimeoutOrCanceledException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">The cause.</param>
    public WorkflowUpdateRpcTimeoutOrCanceledException(Exception? inner)
        : base("Timeout or cancellation waiting for update", inner)
    {
    }
}
