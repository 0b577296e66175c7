using System.Globalization;

namespace Gauntlet.Host.Terminal;

/// <summary>Times for people: UTC to the minute, and durations in their two largest units.</summary>
internal static class Times
{
    /// <summary>A moment: <c>2026-11-21 01:05 UTC</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment that is UTC already.</summary>
    public static string Of(DateTime time) => Of(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));

    /// <summary>A span of time: <c>7 d 4 h</c>, <c>4 min 5 s</c>, <c>14.2 s</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => Two(span.Days, "d", span.Hours, "h"),
        { TotalHours: >= 1 } => Two(span.Hours, "h", span.Minutes, "min"),
        { TotalMinutes: >= 1 } => Two(span.Minutes, "min", span.Seconds, "s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
    };

    /// <summary>A moment without its zone: only the time of day when it is of the same day.</summary>
    public static string OfDay(DateTimeOffset time, DateTimeOffset now) =>
        time.UtcDateTime.ToString(time.UtcDateTime.Date == now.UtcDateTime.Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
