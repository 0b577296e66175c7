namespace Temporalio.Exceptions;

/// <summary>The run waited for continued as new, and the caller did not want to follow.</summary>
public class WorkflowContinuedAsNewException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="newRunId">The run that follows.</param>
    public WorkflowContinuedAsNewException(string newRunId)
        : base("Workflow continued as new") => NewRunId = newRunId;

    /// <summary>The run that follows.</summary>
    public string NewRunId { get; private init; }
}
