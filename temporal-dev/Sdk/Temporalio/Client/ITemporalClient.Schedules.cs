using Temporalio.Client.Schedules;

namespace Temporalio.Client;

/// <content>Schedules.</content>
public partial interface ITemporalClient
{
    /// <summary>Creates a schedule.</summary>
    /// <param name="scheduleId">Schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="options">Options.</param>
    /// <returns>Handle of the schedule.</returns>
    /// <exception cref="ArgumentException">An option of the action cannot be used in a schedule.</exception>
    /// <exception cref="Exceptions.ScheduleAlreadyRunningException">Another schedule has the id.</exception>
    Task<ScheduleHandle> CreateScheduleAsync(string scheduleId, Schedule schedule, ScheduleOptions? options = null);

    /// <summary>Makes a handle of a schedule; nothing is called.</summary>
    /// <param name="scheduleId">Schedule id.</param>
    /// <returns>The handle.</returns>
    ScheduleHandle GetScheduleHandle(string scheduleId);

    /// <summary>Lists schedules, page by page as they are read.</summary>
    /// <param name="options">Options.</param>
    /// <returns>The schedules.</returns>
    IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ScheduleListOptions? options = null);
}
