namespace Temporalio.Exceptions;

/// <summary>A workflow with this id runs already, or the reuse policy forbids another one.</summary>
public class WorkflowAlreadyStartedException : FailureException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the server said.</param>
    /// <param name="workflowId">Id that was asked for.</param>
    /// <param name="workflowType">Type that was asked for.</param>
    /// <param name="runId">Run that is in the way.</param>
    public WorkflowAlreadyStartedException(string message, string workflowId, string workflowType, string runId)
        : base(message)
    {
        WorkflowId = workflowId;
        WorkflowType = workflowType;
        RunId = runId;
    }

    /// <summary>Id that was asked for.</summary>
    public string WorkflowId { get; private init; }

    /// <summary>Type that was asked for.</summary>
    public string WorkflowType { get; private init; }

    /// <summary>Run that is in the way.</summary>
    public string RunId { get; private init; }
}
