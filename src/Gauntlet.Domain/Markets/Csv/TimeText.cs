using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Which of the first two numbers of a date is the day, where the year comes last.</summary>
internal enum DateOrder
{
    /// <summary>12/31/2020.</summary>
    MonthFirst,

    /// <summary>31.12.2020.</summary>
    DayFirst,
}

/// <summary>Reads times of bar files from UTF-8; what names no offset is UTC.</summary>
/// <remarks>
/// ISO 8601, dates divided by points or slashes, compact dates (20201231, 20201231 170000), and numbers of seconds, milliseconds,
/// microseconds or nanoseconds since 1970. Anything else is left to the platform's parser.
/// </remarks>
internal static class TimeText
{
    private const int UsualLength = 19;
    private const int SecondsDigits = 10, MillisecondsDigits = 13, MicrosecondsDigits = 16, NanosecondsDigits = 19;

    public static bool TryParse(ReadOnlySpan<byte> text, DateOrder order, out DateTime time)
    {
        if (TryUsual(text, out time)) return true;
        text = text.Trim(" \""u8);
        if (TryNumber(text, out time)) return true;
        if (TryDate(text, order, out var date, out var used) && TryClock(text[used..], date, out time)) return true;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var known = DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, Utc, out var parsed);
        time = parsed.UtcDateTime;
        return known;
    }

    // 2021-03-04T15:00:00Z, with a space for the T and without the Z too: as most files have it.
    private static bool TryUsual(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (UsualLength or UsualLength + 1) || (text.Length > UsualLength && text[UsualLength] != 'Z')) return false;
        if (text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ') || text[13] != ':' || text[16] != ':') return false;
        int hour = Two(text, 11), minute = Two(text, 14), second = Two(text, 17);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        int century = Two(text, 0), year = Two(text, 2);
        if (century < 0 || year < 0 || !TryMake((century * 100) + year, Two(text, 5), Two(text, 8), out var date)) return false;
        time = date.AddTicks(((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (SecondsDigits or MillisecondsDigits or MicrosecondsDigits or NanosecondsDigits)) return false;
        if (!Utf8Parser.TryParse(text, out long number, out var used) || used != text.Length || number < 0) return false;
        var ticks = text.Length switch
        {
            SecondsDigits => number * TimeSpan.TicksPerSecond,
            MillisecondsDigits => number * TimeSpan.TicksPerMillisecond,
            MicrosecondsDigits => number * TimeSpan.TicksPerMicrosecond,
            _ => number / TimeSpan.NanosecondsPerTick,
        };
        time = DateTime.UnixEpoch.AddTicks(ticks);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, DateOrder order, out DateTime date, out int used)
    {
        date = default;
        used = 0;
        if (!Digits(text, ref used, out var first, out var width)) return false;
        if (width == 8) return TryMake(first / 10000, first / 100 % 100, first % 100, out date);
        if (used >= text.Length || text[used] is not ((byte)'-' or (byte)'/' or (byte)'.')) return false;

        var divider = text[used++];
        if (!Digits(text, ref used, out var second, out _) || used >= text.Length || text[used++] != divider || !Digits(text, ref used, out var third, out var last)) return false;
        if (width == 4) return TryMake(first, second, third, out date);
        return last == 4 && (order == DateOrder.DayFirst ? TryMake(third, second, first, out date) : TryMake(third, first, second, out date));
    }

    private static bool TryClock(ReadOnlySpan<byte> text, DateTime date, out DateTime time)
    {
        time = date;
        if (text.IsEmpty) return true;
        if (text[0] is not ((byte)'T' or (byte)' ' or (byte)',')) return false;
        text = text[1..].TrimStart((byte)' ');
        var at = 0;
        if (!Digits(text, ref at, out var hour, out var width)) return false;
        int minute = 0, second = 0;
        if (width is 4 or 6)
        {
            (hour, minute, second) = width == 6 ? (hour / 10000, hour / 100 % 100, hour % 100) : (hour / 100, hour % 100, 0);
        }
        else if (!AfterColon(text, ref at, out minute) || (at < text.Length && text[at] == ':' && !AfterColon(text, ref at, out second)))
        {
            return false;
        }

        if (hour > 23 || minute > 59 || second > 59) return false;
        long ticks = 0;
        if (at < text.Length && text[at] == '.' && !Fraction(text, ref at, out ticks)) return false;
        time = date.AddTicks((((hour * 60L) + minute) * 60 * TimeSpan.TicksPerSecond) + (second * TimeSpan.TicksPerSecond) + ticks);
        return TryOffset(text[at..], ref time);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref DateTime time)
    {
        text = text.TrimStart((byte)' ');
        if (text.IsEmpty || text.SequenceEqual("Z"u8) || text.SequenceEqual("UTC"u8) || text.SequenceEqual("GMT"u8)) return true;
        if (text[0] is not ((byte)'+' or (byte)'-')) return false;
        var at = 1;
        if (!Digits(text, ref at, out var hours, out var width)) return false;
        var minutes = width == 4 ? hours % 100 : 0;
        if (width == 4) hours /= 100;
        if (at < text.Length && (text[at++] != ':' || !Digits(text, ref at, out minutes, out _))) return false;
        if (at != text.Length || hours > 14 || minutes > 59) return false;
        var offset = (hours * 60) + minutes;
        time = time.AddMinutes(text[0] == '+' ? -offset : offset);
        return true;
    }

    private static bool AfterColon(ReadOnlySpan<byte> text, ref int at, out int value)
    {
        value = 0;
        return at < text.Length && text[at++] == ':' && Digits(text, ref at, out value, out _);
    }

    private static bool TryMake(int year, int month, int day, out DateTime date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        var start = ++at;
        var unit = TimeSpan.TicksPerSecond;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            unit /= 10;
            ticks += unit * (text[at] - '0');
        }

        return at > start;
    }

    private static bool Digits(ReadOnlySpan<byte> text, ref int at, out int value, out int width)
    {
        var start = at;
        value = 0;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9 && at - start < 9; at++) value = (value * 10) + (text[at] - '0');
        width = at - start;
        return width > 0;
    }
}
