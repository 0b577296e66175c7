using Gauntlet.Temporal.Server.Time;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>What a patch changes in a schedule.</summary>
internal static class SchedulePatching
{
    /// <summary>Applies a patch.</summary>
    public static void Apply(ScheduleState state, SchedulePatch patch, DateTimeOffset now)
    {
        if (patch.TriggerImmediately is { } trigger)
        {
            var nominal = trigger.ScheduledTime?.Instant() ?? now;
            state.Add(new(nominal, state.Policy(trigger.OverlapPolicy), IsManual: true));
        }

        foreach (var backfill in patch.BackfillRequest) Backfill(state, backfill);
        if (patch.Pause.Length > 0) Pause(state, true, patch.Pause);
        if (patch.Unpause.Length > 0) Pause(state, false, patch.Unpause);
    }

    /// <summary>Pauses or resumes, with a note.</summary>
    public static void Pause(ScheduleState state, bool isPaused, string note)
    {
        state.Schedule.State.Paused = isPaused;
        state.Schedule.State.Notes = note;
        state.ConflictToken++;
    }

    // Both ends belong to the range.
    private static void Backfill(ScheduleState state, BackfillRequest request)
    {
        var start = (request.StartTime?.Instant() ?? DateTimeOffset.UnixEpoch).AddTicks(-1);
        var end = request.EndTime?.Instant() ?? DateTimeOffset.UnixEpoch;
        foreach (var time in state.Times.Between(start, end, ScheduleState.BufferLimit))
            state.Add(new(time.Nominal, state.Policy(request.OverlapPolicy), IsManual: true));
    }
}
