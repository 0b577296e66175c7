using Google.Protobuf.WellKnownTypes;

namespace Temporalio.Client.Schedules;

/// <summary>
/// When a schedule acts: whenever one of the calendars, intervals or cron expressions says so and none of those to skip.
/// </summary>
public record ScheduleSpec
{
    /// <summary>Calendars. Default none.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Calendars { get; init; } = [];

    /// <summary>Intervals. Default none.</summary>
    public IReadOnlyCollection<ScheduleIntervalSpec> Intervals { get; init; } = [];

    /// <summary>Cron expressions; the server turns them into calendars. Default none.</summary>
    public IReadOnlyCollection<string> CronExpressions { get; init; } = [];

    /// <summary>Calendars of times to skip. Default none.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Skip { get; init; } = [];

    /// <summary>Time before which nothing happens. Default null: none.</summary>
    public DateTime? StartAt { get; init; }

    /// <summary>Time after which nothing happens. Default null: none.</summary>
    public DateTime? EndAt { get; init; }

    /// <summary>Longest random delay of each action. Default null: none.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>IANA name of the time zone of calendars. Default null: UTC.</summary>
    public string? TimeZoneName { get; init; }

    /// <summary>Reads a spec from the wire.</summary>
    internal static ScheduleSpec FromProto(Api.Schedule.V1.ScheduleSpec? proto) => proto is null ? new() : new()
    {
        Calendars = [.. proto.StructuredCalendar.Select(ScheduleCalendarSpec.FromProto)],
        Intervals = [.. proto.Interval.Select(ScheduleIntervalSpec.FromProto)],
        CronExpressions = [.. proto.CronString],
        Skip = [.. proto.ExcludeStructuredCalendar.Select(ScheduleCalendarSpec.FromProto)],
        StartAt = proto.StartTime?.ToDateTime(),
        EndAt = proto.EndTime?.ToDateTime(),
        Jitter = proto.Jitter?.ToTimeSpan(),
        TimeZoneName = proto.TimezoneName.Length == 0 ? null : proto.TimezoneName,
    };

    /// <summary>Writes the spec for the wire.</summary>
    internal Api.Schedule.V1.ScheduleSpec ToProto() => new()
    {
        StructuredCalendar = { Calendars.Select(calendar => calendar.ToProto()) },
        Interval = { Intervals.Select(interval => interval.ToProto()) },
        CronString = { CronExpressions },
        ExcludeStructuredCalendar = { Skip.Select(calendar => calendar.ToProto()) },
        StartTime = StartAt is { } start ? Timestamp.FromDateTime(start.ToUniversalTime()) : null,
        EndTime = EndAt is { } end ? Timestamp.FromDateTime(end.ToUniversalTime()) : null,
        Jitter = Jitter is { } jitter ? Duration.FromTimeSpan(jitter) : null,
        TimezoneName = TimeZoneName ?? string.Empty,
    };
}
