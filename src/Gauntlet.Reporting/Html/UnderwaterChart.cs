using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How far below its highest equity an account is, beside its benchmark.</summary>
internal static class UnderwaterChart
{
    private const double Height = 120;

    public static void Draw(Markup page, BacktestSide own, BacktestSide holding)
    {
        var times = own.Times;
        if (times.Count < 2) return;
        double[] curve = own.Depths, other = holding.Depths;
        var y = new Scale(Math.Min(curve.Min(), other.Min()) is < 0 and var deepest ? deepest * 1.05 : -0.01, 0, Height);
        var x = new Scale(0, times.Count - 1, 1000);
        var finding = $"Under water: largest drawdown {Numbers.Percent(own.Metrics.MaxDrawdownFraction)}, holding {Numbers.Percent(holding.Metrics.MaxDrawdownFraction)}; {Longest(own)}";
        var plot = new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(3))
            .Shape("water", LinePath.Area(curve, 0, x, y, 0))
            .Shape("benchmark", LinePath.Of(other, 0, x, y, LinePath.FewColumns))
            .Rules("one", 0)
            .Texts()
            .Ticks(y.Ticks(3), TickText.Percent(y.Ticks(3)));
        if (own.Drawdowns.Count > 0)
        {
            var worst = own.Drawdowns.MaxBy(fall => fall.DepthFraction).Trough;
            plot.Sign("worst", worst, curve[worst], "●").Note(worst, curve[worst], $"{Numbers.Percent(curve[worst])}, {Numbers.Date(times[worst])}");
        }

        plot.Days([.. times]).Caption($"{finding}; the grey line is holding.");
        Behind.Draw(page, "under-water", ["until", "strategy", "lowest since the row above", "holding", "lowest since the row above"], Rows(times, curve, other));
    }

    private static string Longest(BacktestSide own)
    {
        if (own.Drawdowns.Count == 0) return "never below an earlier high";
        var longest = own.Drawdowns.MaxBy(fall => fall.Periods);
        var days = (own.Times[longest.Recovery ?? own.Times.Count - 1] - own.Times[Math.Max(0, longest.Peak)]).TotalDays;
        return $"the longest lasts {Numbers.Count(Math.Round(days))} days{(longest.Recovery is null ? " and is not over" : string.Empty)}";
    }

    private static IEnumerable<Datum[]> Rows(IReadOnlyList<DateTime> times, double[] own, double[] other)
    {
        var from = 0;
        foreach (var place in Behind.Places(times))
        {
            yield return [Numbers.Date(times[place]), Datum.Percent(own[place]), Datum.Percent(own[from..(place + 1)].Min()), Datum.Percent(other[place]), Datum.Percent(other[from..(place + 1)].Min())];
            from = place + 1;
        }
    }
}
