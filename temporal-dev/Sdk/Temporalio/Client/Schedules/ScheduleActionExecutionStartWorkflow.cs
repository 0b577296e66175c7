namespace Temporalio.Client.Schedules;

/// <summary>A workflow that a schedule has started.</summary>
/// <param name="WorkflowId">Workflow id.</param>
/// <param name="FirstExecutionRunId">Run that its chain began with.</param>
public record ScheduleActionExecutionStartWorkflow(string WorkflowId, string FirstExecutionRunId)
    : ScheduleActionExecution
{
    /// <summary>Reads an execution from the wire.</summary>
    internal static ScheduleActionExecutionStartWorkflow FromProto(Api.Common.V1.WorkflowExecution proto) =>
        new(proto.WorkflowId, proto.RunId);
}
