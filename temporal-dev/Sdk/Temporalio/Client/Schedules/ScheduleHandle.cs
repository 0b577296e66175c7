namespace Temporalio.Client.Schedules;

/// <summary>A schedule to talk to.</summary>
/// <param name="Client">Client to call with.</param>
/// <param name="Id">Schedule id.</param>
public record ScheduleHandle(ITemporalClient Client, string Id)
{
    /// <summary>Takes the actions of past periods now.</summary>
    /// <param name="backfills">Periods, at least one.</param>
    /// <param name="rpcOptions">Options of the call.</param>
    /// <returns>Completes when the server has the request.</returns>
    /// <exception cref="ArgumentException">There is no period.</exception>
    public virtual Task BackfillAsync(IReadOnlyCollection<ScheduleBackfill> backfills, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.BackfillScheduleAsync(new(Id, backfills, rpcOptions));

    /// <summary>Deletes the schedule; what it has started runs on.</summary>
    /// <param name="rpcOptions">Options of the call.</param>
    /// <returns>Completes when it is deleted.</returns>
    public virtual Task DeleteAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DeleteScheduleAsync(new(Id, rpcOptions));

    /// <summary>Describes the schedule.</summary>
    /// <param name="rpcOptions">Options of the call.</param>
    /// <returns>The description.</returns>
    public virtual Task<ScheduleDescription> DescribeAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DescribeScheduleAsync(new(Id, rpcOptions));

    /// <summary>Pauses the schedule.</summary>
    /// <param name="note">Note to set. Default: "Paused via .NET SDK".</param>
    /// <param name="rpcOptions">Options of the call.</param>
    /// <returns>Completes when the server has the request.</returns>
    public virtual Task PauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.PauseScheduleAsync(new(Id, note, rpcOptions));

    /// <summary>Takes the schedule's action now, even if it is paused.</summary>
    /// <param name="options">Options.</param>
    /// <returns>Completes when the server has the request.</returns>
    public virtual Task TriggerAsync(ScheduleTriggerOptions? options = null) =>
        Client.OutboundInterceptor.TriggerScheduleAsync(new(Id, options));

    /// <summary>Unpauses the schedule.</summary>
    /// <param name="note">Note to set. Default: "Unpaused via .NET SDK".</param>
    /// <param name="rpcOptions">Options of the call.</param>
    /// <returns>Completes when the server has the request.</returns>
    public virtual Task UnpauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UnpauseScheduleAsync(new(Id, note, rpcOptions));

    /// <summary>Updates the schedule: describes it, asks for the update, and sends that.</summary>
    /// <param name="updater">Makes the update of what is there, null for none; without side effects.</param>
    /// <param name="rpcOptions">Options of the calls.</param>
    /// <returns>Completes when the server has the update.</returns>
    public Task UpdateAsync(Func<ScheduleUpdateInput, ScheduleUpdate?> updater, RpcOptions? rpcOptions = null) =>
        UpdateAsync(input => Task.FromResult(updater(input)), rpcOptions);

    /// <summary>Updates the schedule: describes it, asks for the update, and sends that.</summary>
    /// <param name="updater">Makes the update of what is there, null for none; without side effects.</param>
    /// <param name="rpcOptions">Options of the calls.</param>
    /// <returns>Completes when the server has the update.</returns>
    public virtual Task UpdateAsync(
        Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> updater, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UpdateScheduleAsync(new(Id, updater, rpcOptions));
}
