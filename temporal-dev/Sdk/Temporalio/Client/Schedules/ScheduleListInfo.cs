namespace Temporalio.Client.Schedules;

/// <summary>What a listed schedule has done and will do.</summary>
/// <param name="RecentActions">The last actions, the oldest first.</param>
/// <param name="NextActionTimes">The next times, in UTC.</param>
public record ScheduleListInfo(
    IReadOnlyCollection<ScheduleActionResult> RecentActions, IReadOnlyCollection<DateTime> NextActionTimes)
{
    /// <summary>Reads the facts from the wire.</summary>
    internal static ScheduleListInfo FromProto(Api.Schedule.V1.ScheduleListInfo proto) => new(
        [.. proto.RecentActions.Select(ScheduleActionResult.FromProto)],
        [.. proto.FutureActionTimes.Select(time => time.ToDateTime())]);
}
