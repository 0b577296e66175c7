namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>Completes the time limits of a run. Zero stands for no limit.</summary>
internal static class RunTimeLimits
{
    /// <summary>A run lasts no longer than its chain.</summary>
    public static TimeSpan Run(TimeSpan asked, TimeSpan execution) =>
        execution > TimeSpan.Zero && (asked == TimeSpan.Zero || asked > execution) ? execution : asked;

    /// <summary>Ten seconds where none is asked for, two minutes at most, and no longer than the run.</summary>
    public static TimeSpan Task(TimeSpan asked, TimeSpan run)
    {
        var limit = asked == TimeSpan.Zero ? EngineLimits.WorkflowTaskTimeout : asked;
        limit = limit > EngineLimits.LongestWorkflowTaskTimeout ? EngineLimits.LongestWorkflowTaskTimeout : limit;
        return run > TimeSpan.Zero && run < limit ? run : limit;
    }
}
