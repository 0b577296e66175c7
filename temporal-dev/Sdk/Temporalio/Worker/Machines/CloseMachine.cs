using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The end of a run: completed, failed, cancelled or continued as new.</summary>
internal sealed class CloseMachine(IMachineHost run, Command command) : RecordedCommandMachine(run, command, EventOf(command.CommandType))
{
    private static EventType EventOf(CommandType command) => command switch
    {
        CommandType.CompleteWorkflowExecution => EventType.WorkflowExecutionCompleted,
        CommandType.FailWorkflowExecution => EventType.WorkflowExecutionFailed,
        CommandType.CancelWorkflowExecution => EventType.WorkflowExecutionCanceled,
        CommandType.ContinueAsNewWorkflowExecution => EventType.WorkflowExecutionContinuedAsNew,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command that ends a run"),
    };
}
