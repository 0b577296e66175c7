namespace Temporalio.Exceptions;

/// <summary>The workflow waited for did not complete; the reason is the inner exception.</summary>
public class WorkflowFailedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">Why the workflow did not complete.</param>
    public WorkflowFailedException(Exception? inner)
        : base("Workflow failed", inner)
    {
    }
}
