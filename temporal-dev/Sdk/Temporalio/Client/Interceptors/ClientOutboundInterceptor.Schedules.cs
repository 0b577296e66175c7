using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <content>Calls about schedules.</content>
public abstract partial class ClientOutboundInterceptor
{
    /// <summary>Creates a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<ScheduleHandle> CreateScheduleAsync(CreateScheduleInput input) =>
        Next.CreateScheduleAsync(input);

    /// <summary>Lists schedules.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ListSchedulesInput input) =>
        Next.ListSchedulesAsync(input);

    /// <summary>Backfills a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task BackfillScheduleAsync(BackfillScheduleInput input) =>
        Next.BackfillScheduleAsync(input);

    /// <summary>Deletes a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task DeleteScheduleAsync(DeleteScheduleInput input) =>
        Next.DeleteScheduleAsync(input);

    /// <summary>Describes a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task<ScheduleDescription> DescribeScheduleAsync(DescribeScheduleInput input) =>
        Next.DescribeScheduleAsync(input);

    /// <summary>Pauses a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task PauseScheduleAsync(PauseScheduleInput input) =>
        Next.PauseScheduleAsync(input);

    /// <summary>Triggers a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task TriggerScheduleAsync(TriggerScheduleInput input) =>
        Next.TriggerScheduleAsync(input);

    /// <summary>Unpauses a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task UnpauseScheduleAsync(UnpauseScheduleInput input) =>
        Next.UnpauseScheduleAsync(input);

    /// <summary>Updates a schedule.</summary>
    /// <param name="input">Input.</param>
    /// <returns>What the next one returns.</returns>
    public virtual Task UpdateScheduleAsync(UpdateScheduleInput input) =>
        Next.UpdateScheduleAsync(input);
}
