using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of updating a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Updater">Makes the update of what is there, null for none.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record UpdateScheduleInput(
    string Id,
    Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> Updater,
    RpcOptions? RpcOptions);
