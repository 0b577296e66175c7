namespace Temporalio.Client.Schedules;

/// <summary>A listed schedule's start of a workflow.</summary>
/// <param name="Workflow">Workflow type.</param>
public record ScheduleListActionStartWorkflow(string Workflow) : ScheduleListAction;
