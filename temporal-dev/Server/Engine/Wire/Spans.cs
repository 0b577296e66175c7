using Gauntlet.Temporal.Server.Time;
using Google.Protobuf.WellKnownTypes;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Durations of messages; an absent one counts as zero.</summary>
internal static class Spans
{
    /// <summary>Longest span a duration of this server has; longer ones are cut (the real server: ten years).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static TimeSpan OrZero(this Duration? duration)
    {
        if (duration is null)
        {
            return TimeSpan.Zero;
        }

        var span = duration.Saturated();
        return span > Longest ? Longest : span;
    }

    public static Duration ToProto(this TimeSpan span) => Duration.FromTimeSpan(span);

    public static Timestamp ToProto(this DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    /// <summary>Absent for zero.</summary>
    public static Duration? ToProtoOrNull(this TimeSpan span) => span == TimeSpan.Zero ? null : Duration.FromTimeSpan(span);

    public static Timestamp? ToProtoOrNull(this DateTimeOffset? time) => time is { } t ? Timestamp.FromDateTimeOffset(t) : null;

    public static bool IsNegative(this Duration? duration) => duration is not null && (duration.Seconds < 0 || duration.Nanos < 0);
}
