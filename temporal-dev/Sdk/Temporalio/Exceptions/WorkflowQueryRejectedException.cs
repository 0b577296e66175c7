using Temporalio.Api.Enums.V1;

namespace Temporalio.Exceptions;

/// <summary>A query was not run because of the workflow's status and the reject condition asked for.</summary>
public class WorkflowQueryRejectedException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="workflowStatus">Status of the workflow.</param>
    public WorkflowQueryRejectedException(WorkflowExecutionStatus workflowStatus)
        : base($"Query rejected, workflow status: {workflowStatus}") => WorkflowStatus = workflowStatus;

    /// <summary>Status of the workflow.</summary>
    public WorkflowExecutionStatus WorkflowStatus { get; private init; }
}
