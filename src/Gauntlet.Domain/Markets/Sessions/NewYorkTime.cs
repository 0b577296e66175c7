namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>Clock of New York, by the daylight saving rules of the United States, without a time zone database.</summary>
/// <remarks>
/// Daylight time holds from the second Sunday of March to the first of November since 2007 (Energy Policy Act of 2005), from the
/// first Sunday of April to the last of October from 1987 to 2006, from the last Sunday of April before; changes are at 02:00.
/// </remarks>
internal static class NewYorkTime
{
    private const int StandardOffset = 5, DaylightOffset = 4, ChangeHour = 2;

    public static DateTime ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Utc);
        return local.AddHours(IsDaylight(local) ? DaylightOffset : StandardOffset);
    }

    private static bool IsDaylight(DateTime local)
    {
        var (begins, ends) = local.Year switch
        {
            >= 2007 => (Sunday(local.Year, 3, 2), Sunday(local.Year, 11, 1)),
            >= 1987 => (Sunday(local.Year, 4, 1), LastSunday(local.Year, 10)),
            _ => (LastSunday(local.Year, 4), LastSunday(local.Year, 10)),
        };
        return local >= begins && local < ends;
    }

    private static DateTime Sunday(int year, int month, int which)
    {
        var first = new DateTime(year, month, 1, ChangeHour, 0, 0, DateTimeKind.Utc);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (which - 1)));
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), ChangeHour, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
