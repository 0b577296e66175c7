using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Arena;

/// <summary>Closes the days of a paper session.</summary>
public static class PaperLedger
{
    /// <summary>The completed days of a session, in order. A day is complete when its last bar is.</summary>
    /// <param name="startingCash">Equity before the first bar; positive.</param>
    /// <param name="bars">The session's bars so far, from the window's first one on, in order.</param>
    /// <param name="window">The session's window; its trading days are those of <see cref="TradingDays.Complete"/>.</param>
    public static IReadOnlyList<PaperDay> Days(double startingCash, IReadOnlyList<PaperBar> bars, DataWindow window)
    {
        var days = new List<PaperDay>();
        var done = 0;
        foreach (var day in TradingDays.Complete(window.Series).Where(day => day.Start >= window.Start && day.End <= window.End))
        {
            var end = day.End - window.Start;
            if (end > bars.Count) break;
            days.Add(Day(days.Count + 1, day.Date, bars, done, end, startingCash));
            done = end;
        }

        return days;
    }

    private static PaperDay Day(int number, DateOnly date, IReadOnlyList<PaperBar> session, int start, int end, double startingCash)
    {
        var (equity, benchmark) = start == 0 ? (startingCash, startingCash) : (session[start - 1].Equity, session[start - 1].BenchmarkEquity);
        var day = session.Skip(start).Take(end - start).ToList();
        return new()
        {
            Day = number,
            Date = date,
            Bars = day.Count,
            ReturnFraction = (day[^1].Equity / equity) - 1,
            BenchmarkFraction = (day[^1].BenchmarkEquity / benchmark) - 1,
            Equity = day[^1].Equity,
            MaxDrawdownFraction = Drawdown.Maximum(startingCash, [.. session.Take(end).Select(bar => bar.Equity)]),
            BarsInMarket = day.Count(bar => bar.Weight != 0),
            PeakExposureFraction = day.Max(bar => Math.Abs(bar.Weight)),
            TurnoverFraction = day.Sum(bar => bar.TurnoverFraction),
            LateBars = day.Count(bar => bar.Condition == BarCondition.Late),
            MissingBars = day.Count(bar => bar.Condition == BarCondition.Missing),
            StaleBars = day.Count(bar => bar.Condition == BarCondition.Stale),
            DuplicateBars = day.Sum(bar => bar.Duplicates),
            FutureBars = day.Sum(bar => bar.Future),
            EqualWeightFraction = Fraction(bar => bar.EqualWeightEquity),
            SixtyFortyFraction = Fraction(bar => bar.SixtyFortyEquity),
        };

        double? Fraction(Func<PaperBar, double?> of) => (of(day[^1]) / (start == 0 ? startingCash : of(session[start - 1]))) - 1;
    }
}
