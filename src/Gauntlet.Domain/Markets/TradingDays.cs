namespace Gauntlet.Domain.Markets;

/// <summary>A day of trading within a series.</summary>
/// <param name="Date">The UTC day on which its bars open.</param>
/// <param name="Start">Its first bar.</param>
/// <param name="Count">Its bars.</param>
public readonly record struct TradingDay(DateOnly Date, int Start, int Count)
{
    /// <summary>First bar after the day.</summary>
    public int End => Start + Count;
}

/// <summary>Divides a series into days.</summary>
public static class TradingDays
{
    /// <summary>The complete days of a series, in order.</summary>
    /// <remarks>
    /// A day counts when it holds at least half of the usual bars: an exchange's half-day counts, the two hours of a currency market's
    /// Sunday do not and belong to no day. The first and the last day of the series count only when they hold all the usual bars,
    /// because nothing else shows that they were not cut.
    /// </remarks>
    public static IReadOnlyList<TradingDay> Complete(BarSeries series)
    {
        var usual = series.Calendar.BarsPerDay;
        var days = new List<TradingDay>();
        var times = series.Times;
        var start = 0;
        for (var i = 1; i <= times.Length; i++)
        {
            if (i < times.Length && times[i].Date == times[start].Date) continue;
            var atEdge = start == 0 || i == times.Length;
            if (2 * (i - start) >= usual && (!atEdge || i - start >= usual)) days.Add(new(DateOnly.FromDateTime(times[start]), start, i - start));
            start = i;
        }

        return days;
    }
}
