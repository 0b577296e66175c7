using Google.Protobuf.WellKnownTypes;

namespace Gauntlet.Temporal.Server.Time;

/// <summary>Times and spans as callers send them, who may send any number: what lies beyond all use is cut.</summary>
internal static class WireTimes
{
    private const int DaysOfAYear = 365;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(100 * DaysOfAYear);
    private static readonly DateTimeOffset Earliest = new(1000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A span of a hundred years at most, in either direction.</summary>
    public static TimeSpan Saturated(this Duration duration)
    {
        if (duration.Seconds >= Longest.TotalSeconds) return Longest;
        if (duration.Seconds <= -Longest.TotalSeconds) return -Longest;
        return TimeSpan.FromSeconds(duration.Seconds) + TimeSpan.FromTicks(duration.Nanos / TimeSpan.NanosecondsPerTick);
    }

    /// <summary>An instant between the years 1000 and 9000.</summary>
    public static DateTimeOffset Instant(this Timestamp time)
    {
        if (time.Seconds >= Latest.ToUnixTimeSeconds()) return Latest;
        if (time.Seconds <= Earliest.ToUnixTimeSeconds()) return Earliest;
        return DateTimeOffset.FromUnixTimeSeconds(time.Seconds).AddTicks(time.Nanos / TimeSpan.NanosecondsPerTick);
    }
}
