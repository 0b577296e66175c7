namespace Gauntlet.Temporal.Server.Engine.Retries;

/// <summary>One field of a cron line: the set of values that match, as bits.</summary>
internal readonly record struct CronField(ulong Bits, bool IsStar)
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static CronField? Minutes(string text) => Parse(text, 0, 59, [], 0);

    public static CronField? Hours(string text) => Parse(text, 0, 23, [], 0);

    public static CronField? Days(string text) => Parse(text, 1, 31, [], 0);

    public static CronField? Months(string text) => Parse(text, 1, 12, MonthNames, 1);

    public static CronField? Weekdays(string text) => Parse(text, 0, 6, DayNames, 0);

    public bool Matches(int value) => (Bits & (1UL << value)) != 0;

    // Null for a field that is not one.
    private static CronField? Parse(string text, int low, int high, string[] names, int firstName)
    {
        ulong bits = 0;
        var star = false;
        foreach (var part in text.Split(','))
        {
            if (ParseRange(part, low, high, names, firstName) is not { } range)
            {
                return null;
            }

            star |= range.Star;
            for (var value = range.From; value <= range.To; value += range.Step)
            {
                bits |= 1UL << value;
            }
        }

        return new(bits, star);
    }

    private static (int From, int To, int Step, bool Star)? ParseRange(string part, int low, int high, string[] names, int firstName)
    {
        var pieces = part.Split('/');
        if (pieces.Length > 2)
        {
            return null;
        }

        var step = 1;
        if (pieces.Length == 2 && (!int.TryParse(pieces[1], out step) || step <= 0))
        {
            return null;
        }

        if (pieces[0] is "*" or "?")
        {
            return (low, high, step, pieces.Length == 1);
        }

        var ends = pieces[0].Split('-');
        if (ends.Length > 2 || Value(ends[0], names, firstName) is not { } from)
        {
            return null;
        }

        var to = pieces.Length == 2 ? high : from;
        if (ends.Length == 2)
        {
            if (Value(ends[1], names, firstName) is not { } end)
            {
                return null;
            }

            to = end;
        }

        return from < low || to > high || from > to ? null : (from, to, step, false);
    }

    private static int? Value(string text, string[] names, int firstName)
    {
        var name = Array.IndexOf(names, text.ToLowerInvariant());
        if (name >= 0)
        {
            return name + firstName;
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, null, out var value) ? value : null;
    }
}
