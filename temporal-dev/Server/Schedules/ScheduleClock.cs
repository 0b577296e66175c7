namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Takes from a schedule's times what has become due.</summary>
internal static class ScheduleClock
{
    /// <summary>Puts the actions that are due by now into the buffer; a pause drops them, and those that come too late are counted.</summary>
    public static void Collect(ScheduleState state, DateTimeOffset now)
    {
        var window = ScheduleDefinition.CatchUpWindow(state.Schedule);
        while (state.Times.Next(state.DoneUpTo) is { } time && time.Actual <= now)
        {
            state.DoneUpTo = time.Nominal;
            if (state.Schedule.State.Paused) continue;
            if (now - time.Actual > window) state.MissedCatchUp++;
            else state.Add(new(time.Nominal, state.Policy(default), IsManual: false));
        }
    }

    /// <summary>When to look again; null if nothing will ever be due.</summary>
    public static DateTimeOffset? Wake(ScheduleState state) => state.Times.Next(state.DoneUpTo)?.Actual;
}
