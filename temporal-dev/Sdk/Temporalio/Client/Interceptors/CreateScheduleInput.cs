using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of creating a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record CreateScheduleInput(string Id, Schedule Schedule, ScheduleOptions? Options);
