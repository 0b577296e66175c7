using System.Globalization;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Reads durations as filters write them: <c>1h30m</c>, <c>01:02:03</c>, or whole nanoseconds.</summary>
internal static class DurationText
{
    // Longer units first, so that "ms" is not read as "m".
    private static readonly (string Unit, double Nanoseconds)[] Units =
        [("ns", 1), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("h", 3.6e12), ("m", 6e10), ("s", 1e9)];

    /// <summary>Reads a duration, in nanoseconds.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nanoseconds)) return true;
        if (TryClock(text, out nanoseconds)) return true;
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        var sum = 0.0;
        if (rest.IsEmpty) return false;
        while (!rest.IsEmpty)
        {
            if (!TryPart(ref rest, out var part)) return false;
            sum += part;
        }

        nanoseconds = (long)(isNegative ? -sum : sum);
        return true;
    }

    private static bool TryClock(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var parts = text.Split(':');
        if (parts.Length != 3) return false;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
            nanoseconds = (nanoseconds * 60) + number;
        }

        nanoseconds *= 1_000_000_000;
        return true;
    }

    private static bool TryPart(ref ReadOnlySpan<char> rest, out double nanoseconds)
    {
        nanoseconds = 0;
        var digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.')) digits++;
        if (!double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        foreach (var (unit, size) in Units)
        {
            if (!rest[digits..].StartsWith(unit)) continue;
            rest = rest[(digits + unit.Length)..];
            nanoseconds = number * size;
            return true;
        }

        return false;
    }
}
