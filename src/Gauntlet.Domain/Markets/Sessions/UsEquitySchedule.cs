namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>New York Stock Exchange, 9:30 to 16:00 (13:00 on half-days), by its holiday rules since 1998.</summary>
/// <remarks>
/// Rules of the exchange (rule 7.2 and its yearly calendars). A holiday on a Saturday is kept on Friday, on a Sunday on Monday, but New Year's
/// Day on a Saturday is not kept. Extraordinary closings are listed one by one; a new one needs a new line.
/// </remarks>
internal sealed class UsEquitySchedule() : MarketSchedule("us-equities", 252)
{
    private const int FirstJuneteenth = 2022, FirstWednesdayHalfDay = 2013;

    private static readonly TimeOnly Open = new(9, 30), Close = new(16, 0), ShortClose = new(13, 0);

    // 11 September 2001, mourning of Presidents Reagan, Ford, Bush and Carter, and hurricane Sandy.
    private static readonly HashSet<DateOnly> Closings =
    [
        new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14), new(2004, 6, 11), new(2007, 1, 2),
        new(2012, 10, 29), new(2012, 10, 30), new(2018, 12, 5), new(2025, 1, 9),
    ];

    private static readonly HashSet<DateOnly> ShortDays = [new(1999, 12, 31), new(2003, 12, 26)];

    public override MarketSession? SessionOn(DateOnly date)
    {
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Closings.Contains(date) || IsHoliday(date)) return null;
        var isShort = IsShort(date);
        return new(date, NewYorkTime.ToUtc(date, Open), NewYorkTime.ToUtc(date, isShort ? ShortClose : Close), isShort);
    }

    // By calendar day, whether a file is written in UTC or in the exchange's time: the session lies within one day in both.
    public override DateOnly? DayOf(DateTime openTime)
    {
        var date = DateOnly.FromDateTime(openTime);
        return SessionOn(date) is null ? null : date;
    }

    private static bool IsHoliday(DateOnly date) => date.Month switch
    {
        1 => date.Day == 1 || (date.Day == 2 && date.DayOfWeek == DayOfWeek.Monday) || IsNth(date, DayOfWeek.Monday, 3),
        2 => IsNth(date, DayOfWeek.Monday, 3),
        3 or 4 => date == Easter(date.Year).AddDays(-2),
        5 => date.DayOfWeek == DayOfWeek.Monday && date.Day > 24,
        6 => date.Year >= FirstJuneteenth && Keeps(date, 19),
        7 => Keeps(date, 4),
        9 => IsNth(date, DayOfWeek.Monday, 1),
        11 => IsNth(date, DayOfWeek.Thursday, 4),
        12 => Keeps(date, 25),
        _ => false,
    };

    private static bool IsShort(DateOnly date) => ShortDays.Contains(date) || (date.Month, date.Day) switch
    {
        (7, 3) => date.DayOfWeek != DayOfWeek.Wednesday || date.Year >= FirstWednesdayHalfDay,
        // Before 2013 the Friday after a Thursday's Independence Day was the half-day.
        (7, 5) => date.DayOfWeek == DayOfWeek.Friday && date.Year < FirstWednesdayHalfDay,
        (11, _) => IsNth(date.AddDays(-1), DayOfWeek.Thursday, 4),
        (12, 24) => true,
        _ => false,
    };

    private static bool Keeps(DateOnly date, int day) =>
        date.Day == day || (date.Day == day - 1 && date.DayOfWeek == DayOfWeek.Friday) || (date.Day == day + 1 && date.DayOfWeek == DayOfWeek.Monday);

    private static bool IsNth(DateOnly date, DayOfWeek weekday, int which) => date.DayOfWeek == weekday && ((date.Day - 1) / 7) + 1 == which;

    // Gauss's Easter rule for the Gregorian calendar, in the form of Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = (year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - moon - (inCentury % 4)) % 7;
        var correction = (golden + (11 * moon) + (22 * weekday)) / 451;
        var days = moon + weekday - (7 * correction) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }
}
