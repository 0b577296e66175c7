using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Arena;

/// <summary>Closes the days of a paper session.</summary>
public static class PaperLedger
{
    /// <summary>The completed days of a session.</summary>
    /// <param name="startingCash">Equity before the first bar; positive.</param>
    /// <param name="bars">The session's bars so far, in order, from its first one.</param>
    /// <param name="barsOfDay">How many bars a day of the session has, by date; a day with fewer is still open. A date that is not among them is no day of trading, such as a currency market's Sunday: its bars count to the next day.</param>
    public static IReadOnlyList<PaperDay> Days(double startingCash, IReadOnlyList<PaperBar> bars, IReadOnlyDictionary<DateOnly, int> barsOfDay)
    {
        var days = new List<PaperDay>();
        var done = 0;
        var carried = new List<PaperBar>();
        foreach (var group in bars.GroupBy(bar => DateOnly.FromDateTime(bar.OpenTime)).Select(group => group.ToList()))
        {
            var date = DateOnly.FromDateTime(group[0].OpenTime);
            carried.AddRange(group);
            if (!barsOfDay.TryGetValue(date, out var expected)) continue;
            if (group.Count < expected) break;
            done += carried.Count;
            days.Add(Day(days.Count + 1, date, carried, startingCash, bars, done));
            carried = [];
        }

        return days;
    }

    private static PaperDay Day(int number, DateOnly date, List<PaperBar> day, double startingCash, IReadOnlyList<PaperBar> session, int done)
    {
        var before = done - day.Count - 1;
        var (equity, benchmark) = before < 0 ? (startingCash, startingCash) : (session[before].Equity, session[before].BenchmarkEquity);
        return new()
        {
            Day = number,
            Date = date,
            Bars = day.Count,
            ReturnFraction = (day[^1].Equity / equity) - 1,
            BenchmarkFraction = (day[^1].BenchmarkEquity / benchmark) - 1,
            Equity = day[^1].Equity,
            MaxDrawdownFraction = Drawdown.Maximum(startingCash, [.. session.Take(done).Select(bar => bar.Equity)]),
            PeakExposureFraction = day.Max(bar => Math.Abs(bar.Weight)),
            TurnoverFraction = day.Sum(bar => bar.TurnoverFraction),
            LateBars = day.Count(bar => bar.Condition == BarCondition.Late),
            MissingBars = day.Count(bar => bar.Condition == BarCondition.Missing),
            StaleBars = day.Count(bar => bar.Condition == BarCondition.Stale),
        };
    }
}
