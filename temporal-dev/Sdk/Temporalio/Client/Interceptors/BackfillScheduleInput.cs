using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of backfilling a schedule.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Backfills">Periods.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record BackfillScheduleInput(
    string Id,
    IReadOnlyCollection<ScheduleBackfill> Backfills,
    RpcOptions? RpcOptions);
