namespace Temporalio.Client.Schedules;

/// <summary>What an action of a schedule has brought about.</summary>
public abstract record ScheduleActionExecution
{
    /// <summary>Creates an execution.</summary>
    protected ScheduleActionExecution()
    {
    }
}
