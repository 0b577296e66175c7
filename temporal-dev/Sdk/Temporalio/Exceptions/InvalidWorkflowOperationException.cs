namespace Temporalio.Exceptions;

/// <summary>A workflow did something that workflows must not do.</summary>
public class InvalidWorkflowOperationException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What it did.</param>
    internal InvalidWorkflowOperationException(string message)
        : base(message)
    {
    }
}
