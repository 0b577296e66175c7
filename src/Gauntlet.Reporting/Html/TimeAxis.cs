using System.Globalization;

namespace Gauntlet.Reporting.Html;

/// <summary>Ticks of a time axis at steps of the calendar: the first bar at or after each.</summary>
internal static class TimeAxis
{
    private const int Most = 6, Fewest = 3;

    // From fine to coarse: how a tick's stretch is named, and how the tick is written.
    private static readonly (Func<DateTime, long> Stretch, string Format)[] Steps =
    [
        (time => time.Ticks / TimeSpan.TicksPerHour, "HH:mm"),
        (time => time.Ticks / TimeSpan.TicksPerHour / 4, "MM-dd HH:mm"),
        (time => time.Ticks / TimeSpan.TicksPerDay, "MM-dd"),
        (time => time.Ticks / TimeSpan.TicksPerDay / 2, "MM-dd"),
        (time => time.Ticks / TimeSpan.TicksPerDay / 7, "MM-dd"),
        (time => time.Ticks / TimeSpan.TicksPerDay / 14, "MM-dd"),
        (time => Month(time), "yyyy-MM"),
        (time => Month(time) / 2, "yyyy-MM"),
        (time => Month(time) / 3, "yyyy-MM"),
        (time => Month(time) / 6, "yyyy-MM"),
        (time => time.Year, "yyyy"),
        (time => time.Year / 2, "yyyy"),
        (time => time.Year / 5, "yyyy"),
        (time => time.Year / 10, "yyyy"),
        (time => time.Year / 20, "yyyy"),
        (time => time.Year / 50, "yyyy"),
    ];

    /// <summary>Places and texts of the ticks; the first and the last bar where no step gives enough of them.</summary>
    public static IReadOnlyList<(int Place, string Text)> Of(ReadOnlySpan<DateTime> times)
    {
        foreach (var (stretch, format) in Steps)
        {
            var ticks = new List<(int, string)>();
            for (var i = 1; i < times.Length && ticks.Count <= Most; i++)
            {
                if (stretch(times[i]) != stretch(times[i - 1])) ticks.Add((i, times[i].ToString(format, CultureInfo.InvariantCulture)));
            }

            if (ticks.Count > Most) continue;
            return ticks.Count >= Fewest ? ticks : [(0, Numbers.Date(times[0])), (times.Length - 1, Numbers.Date(times[^1]))];
        }

        return [];
    }

    private static long Month(DateTime time) => (time.Year * 12) + time.Month - 1;
}
