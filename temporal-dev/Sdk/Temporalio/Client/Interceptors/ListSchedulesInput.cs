using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of listing schedules.</summary>
/// <param name="Options">Options, null for the defaults.</param>
public record ListSchedulesInput(ScheduleListOptions? Options);
