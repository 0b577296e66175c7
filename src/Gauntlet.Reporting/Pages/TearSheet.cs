using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The tear sheet of one back-test as one HTML file: the finding, four figures, the equity, then the evidence.</summary>
public static class TearSheet
{
    // Exposure of an account that is all in when it is in: a strip says it all.
    private const double AllIn = 0.9;

    /// <summary>Renders a back-test; the same back-test and code give the same bytes.</summary>
    /// <param name="test">The back-test.</param>
    /// <param name="command">The call that makes the page again.</param>
    /// <param name="dataNote">What a check of the bars found, in a few words.</param>
    /// <param name="codeVersion">Version of the code that renders.</param>
    public static string Render(Backtest test, string command, string dataNote, string codeVersion)
    {
        var page = new Markup();
        var facts = BacktestFacts.Of(test);
        var activity = ActivityPath.Of(test);
        var (own, holding, trades) = (facts.Own, facts.Holding, test.Result.Trades);
        var script = PageFrame.Script("sheet.js");
        SheetParts.Begin(page, facts, "Back-test tear sheet", dataNote, script);
        SheetParts.Equity(page, facts);
        var allIn = activity.Gross.Where(value => value > 0).DefaultIfEmpty(1).Average() >= AllIn;
        if (allIn) HoldingStrip.Draw(page, [.. own.Times], trades);
        else ExposureChart.Draw(page, own.Times, activity, test.Rules.Leverage);
        page.Element("h2", "Does it last?");
        RollingSharpeChart.Draw(page, own);
        page.Element("h2", "Months");
        MonthTable.Draw(page, own, holding);
        page.Element("h2", "Returns");
        DistributionChart.Draw(page, own);
        page.Element("h2", "Trades on price");
        TradesChart.Draw(page, test.Result.Window, trades, BacktestText.Market(test.Market), strip: !allIn);
        SheetParts.Tables(page, facts, activity);
        return SheetParts.End(page, facts, command, codeVersion, script);
    }
}
