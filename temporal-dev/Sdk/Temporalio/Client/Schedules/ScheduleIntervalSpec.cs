using Google.Protobuf.WellKnownTypes;

namespace Temporalio.Client.Schedules;

/// <summary>Times at equal distances since the Unix epoch.</summary>
/// <param name="Every">Distance.</param>
/// <param name="Offset">Shift of all of them, below the distance; null for none.</param>
public record ScheduleIntervalSpec(TimeSpan Every, TimeSpan? Offset = null)
{
    /// <summary>Reads an interval from the wire.</summary>
    internal static ScheduleIntervalSpec FromProto(Api.Schedule.V1.IntervalSpec proto) =>
        new(proto.Interval.ToTimeSpan(), proto.Phase?.ToTimeSpan());

    /// <summary>Writes the interval for the wire.</summary>
    internal Api.Schedule.V1.IntervalSpec ToProto() => new()
    {
        Interval = Duration.FromTimeSpan(Every),
        Phase = Offset is { } offset ? Duration.FromTimeSpan(offset) : null,
    };
}
