using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A cancel request to another run or to a child.</summary>
internal sealed class CancelExternalMachine(IMachineHost run, Command command, Action<Failure?> resolve)
    : ExternalRequestMachine(run, command, resolve)
{
    /// <inheritdoc/>
    protected override EventType InitiatedEvent => EventType.RequestCancelExternalWorkflowExecutionInitiated;

    /// <inheritdoc/>
    protected override void RequireSame(HistoryEvent recorded) => Nondeterminism.RequireSame(
        "Workflow id",
        recorded.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution?.WorkflowId,
        Command.RequestCancelExternalWorkflowExecutionCommandAttributes.WorkflowId,
        recorded);

    /// <inheritdoc/>
    protected override string FailureMessage(HistoryEvent failed) =>
        failed.RequestCancelExternalWorkflowExecutionFailedEventAttributes?.Cause switch
        {
            CancelExternalWorkflowExecutionFailedCause.NamespaceNotFound => "Unable to cancel external workflow because the namespace was not found",
            _ => "Unable to cancel external workflow because it was not found",
        };
}
