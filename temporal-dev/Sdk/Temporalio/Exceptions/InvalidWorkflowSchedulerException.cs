namespace Temporalio.Exceptions;

/// <summary>Workflow code started work on another scheduler than the workflow's own.</summary>
public class InvalidWorkflowSchedulerException : InvalidWorkflowOperationException
{
    private readonly string? _stackTrace;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What it did.</param>
    /// <param name="stackTraceOverride">Where it did it; null takes the place of the throw.</param>
    internal InvalidWorkflowSchedulerException(string message, string? stackTraceOverride = null)
        : base(message) => _stackTrace = stackTraceOverride;

    /// <summary>Where the work was started.</summary>
    public override string? StackTrace => _stackTrace ?? base.StackTrace;
}
