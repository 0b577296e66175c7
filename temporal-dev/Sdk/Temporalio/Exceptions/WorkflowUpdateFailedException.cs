namespace Temporalio.Exceptions;

/// <summary>An update was rejected or its handler failed; the reason is the inner exception.</summary>
public class WorkflowUpdateFailedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">Why the update did not succeed.</param>
    public WorkflowUpdateFailedException(Exception? inner)
        : base("Workflow update failed", inner)
    {
    }
}
