using Google.Protobuf.Collections;

namespace Temporalio.Client.Schedules;

/// <summary>Times that match every one of its fields; the default is midnight of every day.</summary>
public record ScheduleCalendarSpec
{
    /// <summary>Zero.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> Beginning = [ScheduleRange.Zero];

    /// <summary>Every day of the month.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonthDays = [new(1, 31)];

    /// <summary>Every month.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonths = [new(1, 12)];

    /// <summary>Every day of the week.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllWeekDays = [new(0, 6)];

    /// <summary>Seconds, 0 to 59. Default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Second { get; init; } = Beginning;

    /// <summary>Minutes, 0 to 59. Default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Minute { get; init; } = Beginning;

    /// <summary>Hours, 0 to 23. Default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Hour { get; init; } = Beginning;

    /// <summary>Days of the month, 1 to 31. Default all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfMonth { get; init; } = AllMonthDays;

    /// <summary>Months, 1 to 12. Default all.</summary>
    public IReadOnlyCollection<ScheduleRange> Month { get; init; } = AllMonths;

    /// <summary>Years. Default empty, which means all.</summary>
    public IReadOnlyCollection<ScheduleRange> Year { get; init; } = [];

    /// <summary>Days of the week, 0 for Sunday to 6. Default all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfWeek { get; init; } = AllWeekDays;

    /// <summary>Comment. Default null: none.</summary>
    public string? Comment { get; init; }

    private IEnumerable<IReadOnlyCollection<ScheduleRange>> Fields =>
        [Second, Minute, Hour, DayOfMonth, Month, Year, DayOfWeek];

    /// <summary>Whether both match the same times by the same ranges and have the same comment.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True if they do.</returns>
    public virtual bool Equals(ScheduleCalendarSpec? other) =>
        other is not null && EqualityContract == other.EqualityContract && Comment == other.Comment &&
        Fields.Zip(other.Fields).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Comment);
        foreach (var range in Fields.SelectMany(field => field))
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }

    /// <summary>Reads a calendar from the wire.</summary>
    internal static ScheduleCalendarSpec FromProto(Api.Schedule.V1.StructuredCalendarSpec proto) => new()
    {
        Second = FromProto(proto.Second),
        Minute = FromProto(proto.Minute),
        Hour = FromProto(proto.Hour),
        DayOfMonth = FromProto(proto.DayOfMonth),
        Month = FromProto(proto.Month),
        Year = FromProto(proto.Year),
        DayOfWeek = FromProto(proto.DayOfWeek),
        Comment = proto.Comment.Length == 0 ? null : proto.Comment,
    };

    /// <summary>Writes the calendar for the wire.</summary>
    internal Api.Schedule.V1.StructuredCalendarSpec ToProto() => new()
    {
        Second = { ToProto(Second) },
        Minute = { ToProto(Minute) },
        Hour = { ToProto(Hour) },
        DayOfMonth = { ToProto(DayOfMonth) },
        Month = { ToProto(Month) },
        Year = { ToProto(Year) },
        DayOfWeek = { ToProto(DayOfWeek) },
        Comment = Comment ?? string.Empty,
    };

    private static ScheduleRange[] FromProto(RepeatedField<Api.Schedule.V1.Range> ranges) =>
        [.. ranges.Select(ScheduleRange.FromProto)];

    private static IEnumerable<Api.Schedule.V1.Range> ToProto(IReadOnlyCollection<ScheduleRange> ranges) =>
        ranges.Select(range => range.ToProto());
}
