using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The tear sheet of one back-test as one HTML file: the finding, four figures, the equity, then the evidence.</summary>
public static class TearSheet
{
    /// <summary>Renders a back-test; the same back-test and code give the same bytes.</summary>
    /// <param name="test">The back-test.</param>
    /// <param name="command">The call that makes the page again.</param>
    /// <param name="dataNote">What a check of the bars found, in a few words.</param>
    /// <param name="codeVersion">Version of the code that renders.</param>
    public static string Render(Backtest test, string command, string dataNote, string codeVersion)
    {
        var page = new Markup();
        var (own, holding) = (BacktestSide.OfStrategy(test), BacktestSide.OfHolding(test));
        var sentence = BacktestText.Sentence(test);
        var script = PageFrame.Script("hover.js");
        PageFrame.Head(page, $"{BacktestText.Title(test)}: back-test", script);
        page.Raw("<header><p class=\"kicker\">").Text($"Back-test tear sheet · {BacktestText.Span(test)}").Raw("</p>").Element("h1", BacktestText.Title(test));
        page.Raw($"<p class=\"verdict {(sentence[0] switch { '✓' => "pass", '✕' => "fail", _ => "open" })}\">").Text(sentence).Raw("</p>\n");
        Figures(page, test);
        page.Element("p class=\"note\"", $"{BacktestText.Execution(test)}; data: {dataNote}. Benchmark: buy and hold of the same bars by the same rules.");
        page.Raw("</header>\n<main id=\"main\">\n<p id=\"hover\" class=\"note\" aria-hidden=\"true\"></p>\n");
        Pictures(page, test, own, holding);
        page.Element("h2", "Costs and drawdowns");
        TearSheetTables.Costs(page, test);
        TearSheetTables.Drawdowns(page, own);
        page.Element("h2", "Returns");
        DistributionChart.Draw(page, own);
        TearSheetTables.Metrics(page, own, holding);
        TearSheetTables.Trades(page, test.Result);
        page.Raw("</main>\n");
        PageFrame.Footer(page, Identity(test, command, codeVersion));
        HoverPoints.Draw(page, test);
        page.Raw("<script>").Raw(script).Raw("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Figures(Markup page, Backtest test)
    {
        var (own, held) = (test.Metrics, test.BenchmarkMetrics);
        var open = test.Result.Trades.Count(trade => trade.IsOpen);
        page.Raw("<dl class=\"figures\">");
        PageFrame.Figure(page, "Return a year", Numbers.Percent(own.AnnualReturnFraction), $"holding {Numbers.Percent(held.AnnualReturnFraction)}, geometric");
        PageFrame.Figure(page, "Sharpe ratio", Numbers.Ratio(own.Sharpe), double.IsNaN(own.Sharpe) ? "returns do not vary" : $"95\u00a0% {BacktestText.Interval(test)}, ×√{own.PeriodsPerYear:0}, rf 0");
        PageFrame.Figure(page, "Largest drawdown", Numbers.Percent(-own.MaxDrawdownFraction), $"holding {Numbers.Percent(-held.MaxDrawdownFraction)}");
        PageFrame.Figure(page, "Trades", Numbers.Count(test.Result.Trades.Count), $"{own.Trades} closed, {open} open");
        page.Raw("</dl>\n");
    }

    private static void Pictures(Markup page, Backtest test, BacktestSide own, BacktestSide holding)
    {
        EquityChart.Draw(page, Growth(test), null, test.Strategy.Name, fall: Deepest(own));
        UnderwaterChart.Draw(page, own, holding);
        HoldingStrip.Draw(page, test.Result);
        page.Element("h2", "Months");
        MonthTable.Draw(page, own, holding);
        page.Element("h2", "Does it last?");
        RollingSharpeChart.Draw(page, own);
        page.Element("h2", "Trades on price");
        TradesChart.Draw(page, test.Result, BacktestText.Market(test));
    }

    private static EquityPoint[] Growth(Backtest test)
    {
        var points = new EquityPoint[test.Result.Equity.Length];
        var cash = test.Rules.StartingCash;
        for (var i = 0; i < points.Length; i++) points[i] = new(test.Result.Window.Times[i], test.Result.Equity[i] / cash, test.Benchmark.Equity[i] / cash);
        return points;
    }

    private static (int From, int To, string Text)? Deepest(BacktestSide own)
    {
        if (own.Drawdowns.Count == 0) return null;
        var fall = own.Drawdowns.MaxBy(one => one.DepthFraction);
        var times = own.Result.Window.Times;
        var (from, to) = (Math.Max(0, fall.Peak), fall.Recovery ?? times.Length - 1);
        return (from, to, $"{Numbers.Percent(-fall.DepthFraction)}, {times[from]:yyyy-MM} to {(fall.Recovery is null ? "the end" : $"{times[to]:yyyy-MM}")}");
    }

    private static IEnumerable<(string Name, string Value)> Identity(Backtest test, string command, string codeVersion) =>
    [
        ("strategy", test.Strategy.Name),
        ("parameters", $"{test.Parameters}"),
        ("market", test.Market.Symbol),
        ("data", test.Market.ContentHash),
        ("bars", $"{Numbers.Count(test.Market.Count)}, of which {Numbers.Count(test.WarmUp)} warm up"),
        ("bars a year", $"{Numbers.Count(test.Metrics.PeriodsPerYear)} ({test.Market.Calendar.Name})"),
        ("cash", Numbers.Money(test.Rules.StartingCash)),
        ("code", codeVersion),
        ("made by", command),
    ];
}
