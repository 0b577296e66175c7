namespace Temporalio.Client.Schedules;

/// <summary>Whether a listed schedule is paused.</summary>
/// <param name="Note">Note for people, null if there is none.</param>
/// <param name="Paused">Whether it is paused.</param>
public record ScheduleListState(string? Note, bool Paused);
