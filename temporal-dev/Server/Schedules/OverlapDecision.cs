using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>An action that is due, waiting to be started.</summary>
/// <param name="Nominal">Its time by the spec.</param>
/// <param name="Policy">What to do while another action runs; never unspecified.</param>
/// <param name="IsManual">True for triggers and backfills: neither a pause nor a limit stops them.</param>
internal readonly record struct DueAction(DateTimeOffset Nominal, ScheduleOverlapPolicy Policy, bool IsManual);

/// <summary>What to do with the due actions of a schedule.</summary>
/// <param name="Start">To be started now, in order.</param>
/// <param name="Keep">To be looked at again when the running action ends.</param>
/// <param name="Skipped">How many are dropped.</param>
/// <param name="Cancel">True to ask the running action to cancel itself.</param>
/// <param name="Terminate">True to end the running action.</param>
internal sealed record OverlapDecision(IReadOnlyList<DueAction> Start, IReadOnlyList<DueAction> Keep, int Skipped, bool Cancel, bool Terminate)
{
    /// <summary>Decides; nothing but the arguments counts.</summary>
    /// <param name="isRunning">True if an action of this schedule runs that others must not overlap.</param>
    /// <param name="due">Due actions in order.</param>
    public static OverlapDecision Of(bool isRunning, IReadOnlyList<DueAction> due)
    {
        var (start, keep) = (new List<DueAction>(), new List<DueAction>());
        var skipped = 0;
        var isFree = !isRunning;
        foreach (var action in due)
        {
            if (action.Policy == ScheduleOverlapPolicy.AllowAll)
            {
                start.Add(action);
            }
            else if (isFree)
            {
                start.Add(action);
                isFree = false;
            }
            else
            {
                skipped += Wait(action, keep);
            }
        }

        // Only a running action is asked to end: what has just been started is not.
        return new(
            start,
            keep,
            skipped,
            Cancel: isRunning && keep.Exists(static a => a.Policy == ScheduleOverlapPolicy.CancelOther),
            Terminate: isRunning && keep.Exists(static a => a.Policy == ScheduleOverlapPolicy.TerminateOther));
    }

    // How many actions are dropped because this one overlaps.
    private static int Wait(DueAction action, List<DueAction> keep)
    {
        switch (action.Policy)
        {
            case ScheduleOverlapPolicy.BufferAll:
                keep.Add(action);
                return 0;
            case ScheduleOverlapPolicy.BufferOne when keep.Count == 0:
                keep.Add(action);
                return 0;
            case ScheduleOverlapPolicy.CancelOther or ScheduleOverlapPolicy.TerminateOther:
                // The latest takes the place of the others.
                var dropped = keep.Count;
                keep.Clear();
                keep.Add(action);
                return dropped;
            default:
                return 1;
        }
    }
}
