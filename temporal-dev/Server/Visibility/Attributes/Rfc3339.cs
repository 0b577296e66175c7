using System.Globalization;

namespace Gauntlet.Temporal.Server.Visibility.Attributes;

/// <summary>Reads times such as <c>2024-05-06T07:08:09.123Z</c> or with an offset such as <c>+01:00</c>.</summary>
/// <remarks>RFC 3339, section 5.6; a date alone is refused. Digits below a tenth of a microsecond are dropped.</remarks>
internal static class Rfc3339
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";
    private const int TickDigits = 7;

    /// <summary>Reads a time.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length <= Seconds.Length - 2 || !DateTime.TryParseExact(text[..(Seconds.Length - 2)], Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        var rest = text.AsSpan(Seconds.Length - 2);
        var ticks = 0L;
        if (rest.Length > 0 && rest[0] == '.' && !TryFraction(ref rest, out ticks)) return false;
        if (!TryOffset(rest, out var offset)) return false;
        time = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified).AddTicks(ticks), TimeSpan.Zero).Subtract(offset);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        var digits = 0;
        while (digits + 1 < rest.Length && char.IsAsciiDigit(rest[digits + 1])) digits++;
        for (var i = 0; i < TickDigits; i++) ticks = (ticks * 10) + (i < digits ? rest[i + 1] - '0' : 0);
        rest = rest[(digits + 1)..];
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z") return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || !TimeSpan.TryParseExact(text[1..], "hh':'mm", CultureInfo.InvariantCulture, out offset)) return false;
        if (text[0] == '-') offset = -offset;
        return true;
    }
}
