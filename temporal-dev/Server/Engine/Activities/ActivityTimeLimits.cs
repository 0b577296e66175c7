using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Command.V1;

namespace Gauntlet.Temporal.Server.Engine.Activities;

/// <summary>Completes the time limits that a command gives.</summary>
internal static class ActivityTimeLimits
{
    /// <summary>A missing limit comes from schedule-to-close, else from the run's; none is longer than the run's, heartbeat not longer than start-to-close.</summary>
    /// <returns>Start-to-close is zero where the command gives neither that nor schedule-to-close.</returns>
    public static ActivityTimeouts Of(ScheduleActivityTaskCommandAttributes given, TimeSpan run) => Complete(
        new(given.ScheduleToCloseTimeout.OrZero(), given.ScheduleToStartTimeout.OrZero(), given.StartToCloseTimeout.OrZero(), given.HeartbeatTimeout.OrZero()), run);

    /// <summary>The same for limits that were given apart.</summary>
    public static ActivityTimeouts Complete(ActivityTimeouts given, TimeSpan run)
    {
        var (whole, wait, work, beat) = given;
        if (whole > TimeSpan.Zero)
        {
            wait = Shorter(wait, whole);
            work = Shorter(work, whole);
        }
        else if (work > TimeSpan.Zero)
        {
            whole = run;
            wait = wait > TimeSpan.Zero ? wait : run;
        }

        return new(Shorter(whole, run), Shorter(wait, run), work > TimeSpan.Zero ? Shorter(work, run) : work, Cap(beat, work));
    }

    // Zero stands for no limit.
    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a == TimeSpan.Zero ? b : b == TimeSpan.Zero || a < b ? a : b;

    private static TimeSpan Cap(TimeSpan value, TimeSpan limit) => limit > TimeSpan.Zero && value > limit ? limit : value;
}
