namespace Temporalio.Exceptions;

/// <summary>Workflow code does not do what its history says it did.</summary>
public class WorkflowNondeterminismException : InvalidWorkflowOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Where code and history part.</param>
    internal WorkflowNondeterminismException(string message)
        : base(message)
    {
    }
}
