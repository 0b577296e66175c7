using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of triggering a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Options">Options, null for the defaults.</param>
public record TriggerScheduleInput(string Id, ScheduleTriggerOptions? Options);
