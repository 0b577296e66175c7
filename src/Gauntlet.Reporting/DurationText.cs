using System.Globalization;

namespace Gauntlet.Reporting;

/// <summary>Durations as people read them: <c>7 d 4 h</c>, <c>3 min 20 s</c>, <c>8.1 s</c>, <c>41 ms</c>; never more than two units.</summary>
public static class DurationText
{
    /// <summary>A duration; a dash for a negative one.</summary>
    /// <param name="duration">How long.</param>
    public static string Of(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero) return Numbers.Count(null);
        if (duration.TotalSeconds < 0.9995) return One(duration.TotalMilliseconds, duration.TotalMilliseconds < 9.95 ? "0.#" : "0", "ms");
        if (duration.TotalSeconds < 59.95) return One(duration.TotalSeconds, "0.0", "s");
        var seconds = (long)Math.Round(duration.TotalSeconds);
        return seconds switch
        {
            < 3_600 => Two(seconds / 60, "min", seconds % 60, "s"),
            < 86_400 => Two(seconds / 3_600, "h", seconds % 3_600 / 60, "min"),
            _ => Two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h"),
        };
    }

    private static string One(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + "\u00a0" + unit;

    private static string Two(long large, string unit, long small, string smaller) =>
        $"{Numbers.Count(large)}\u00a0{unit}{(small == 0 ? string.Empty : $"\u00a0{small}\u00a0{smaller}")}";
}
