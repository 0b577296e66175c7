using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Makes the requests that end an action for the sake of the next one.</summary>
internal static class ScheduleRequests
{
    /// <summary>Asks for cancellation.</summary>
    public static RequestCancelWorkflowExecutionRequest Cancel(this StartedAction run, ScheduleState state, string reason) => new()
    {
        Namespace = state.Namespace,
        WorkflowExecution = new() { WorkflowId = run.WorkflowId, RunId = run.RunId },
        Identity = ScheduledStart.Identity(state),
        Reason = reason,
        RequestId = Guid.NewGuid().ToString(),
    };

    /// <summary>Terminates.</summary>
    public static TerminateWorkflowExecutionRequest Terminate(this StartedAction run, ScheduleState state, string reason) => new()
    {
        Namespace = state.Namespace,
        WorkflowExecution = new() { WorkflowId = run.WorkflowId, RunId = run.RunId },
        Identity = ScheduledStart.Identity(state),
        Reason = reason,
    };
}
