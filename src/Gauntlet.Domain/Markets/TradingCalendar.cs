namespace Gauntlet.Domain.Markets;

/// <summary>How often a market trades: what turns a figure per bar into a figure per year.</summary>
/// <param name="Name"><c>continuous</c> (every day, 365 a year), <c>weekdays</c> (around the clock on weekdays, 260 a year) or <c>session</c> (exchange days, 252 a year).</param>
/// <param name="BarsPerDay">Bars of an ordinary day, at least 1.</param>
/// <param name="PeriodsPerYear">Bars a year by the convention of the name; 365.25 days over the interval for bars longer than a day.</param>
public sealed record TradingCalendar(string Name, int BarsPerDay, double PeriodsPerYear)
{
    /// <summary>Name of the calendar of a market that trades every day.</summary>
    public const string Continuous = "continuous";

    // A market counts as open on weekends when it has bars on more than this share of its Saturdays.
    private const double WeekendShare = 0.25;

    /// <summary>Reads the calendar off a market's own bars.</summary>
    /// <param name="times">Opening times, UTC, ascending; at least one.</param>
    /// <param name="interval">Length of a bar; positive.</param>
    public static TradingCalendar Infer(ReadOnlySpan<DateTime> times, TimeSpan interval)
    {
        var bars = UsualBarsPerDay(times);
        var name = TradesOnSaturdays(times) ? Continuous : bars * interval >= TimeSpan.FromHours(23) && interval < TimeSpan.FromDays(1) ? "weekdays" : "session";
        var days = name switch { Continuous => 365, "weekdays" => 260, _ => 252 };
        return new(name, bars, interval > TimeSpan.FromDays(1) ? 365.25 / interval.TotalDays : days * (double)bars);
    }

    private static int UsualBarsPerDay(ReadOnlySpan<DateTime> times)
    {
        var counts = new SortedDictionary<int, int>();
        var inDay = 0;
        var midnight = times[0].Date.AddDays(1);
        for (var i = 0; i < times.Length; i++)
        {
            inDay++;
            if (i + 1 < times.Length && times[i + 1] < midnight) continue;
            if (i + 1 < times.Length) midnight = times[i + 1].Date.AddDays(1);
            counts[inDay] = counts.GetValueOrDefault(inDay) + 1;
            inDay = 0;
        }

        return counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).First().Key;
    }

    private static bool TradesOnSaturdays(ReadOnlySpan<DateTime> times)
    {
        var saturdays = 0;
        var midnight = DateTime.MinValue;
        foreach (var time in times)
        {
            if (time < midnight) continue;
            midnight = time.Date.AddDays(1);
            if (time.DayOfWeek == DayOfWeek.Saturday) saturdays++;
        }

        var weeks = (times[^1] - times[0]).TotalDays / 7;
        return saturdays > WeekendShare * Math.Max(weeks, 1);
    }
}
