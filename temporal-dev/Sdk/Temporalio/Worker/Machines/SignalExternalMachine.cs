using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A signal to another run or to a child.</summary>
internal sealed class SignalExternalMachine(IMachineHost run, Command command, Action<Failure?> resolve)
    : ExternalRequestMachine(run, command, resolve)
{
    /// <inheritdoc/>
    protected override EventType InitiatedEvent => EventType.SignalExternalWorkflowExecutionInitiated;

    /// <inheritdoc/>
    protected override void RequireSame(HistoryEvent recorded)
    {
        var initiated = recorded.SignalExternalWorkflowExecutionInitiatedEventAttributes;
        var asked = Command.SignalExternalWorkflowExecutionCommandAttributes;
        Nondeterminism.RequireSame("Workflow id", initiated.WorkflowExecution?.WorkflowId, asked.Execution?.WorkflowId, recorded);
        Nondeterminism.RequireSame("Signal name", initiated.SignalName, asked.SignalName, recorded);
    }

    /// <inheritdoc/>
    protected override string FailureMessage(HistoryEvent failed) =>
        failed.SignalExternalWorkflowExecutionFailedEventAttributes?.Cause switch
        {
            SignalExternalWorkflowExecutionFailedCause.NamespaceNotFound => "Unable to signal external workflow because the namespace was not found",
            SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded => "Unable to signal external workflow because its signal limit is exceeded",
            _ => "Unable to signal external workflow because it was not found",
        };
}
