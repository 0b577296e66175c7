using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The tear sheet of one back-test over several markets as one HTML file.</summary>
public static class PortfolioSheet
{
    /// <summary>Renders a back-test; the same back-test and code give the same bytes.</summary>
    /// <param name="test">The back-test.</param>
    /// <param name="command">The call that makes the page again.</param>
    /// <param name="dataNote">What a check of the bars found, in a few words.</param>
    /// <param name="codeVersion">Version of the code that renders.</param>
    public static string Render(PortfolioBacktest test, string command, string dataNote, string codeVersion)
    {
        var page = new Markup();
        var facts = BacktestFacts.Of(test);
        var activity = ActivityPath.Of(test.Result);
        var own = facts.Own;
        var script = PageFrame.Script("sheet.js");
        SheetParts.Begin(page, facts, "Portfolio tear sheet", dataNote, script);
        SheetParts.Equity(page, facts);
        ExposureChart.Draw(page, own.Times, activity, test.Rules.Leverage);
        page.Element("h2", "Markets");
        SheetTables.Markets(page, facts, test.Result);
        WeightCharts.Draw(page, test.Result, [.. test.Markets.Select(BacktestText.Market)]);
        page.Element("h2", "Does it last?");
        RollingSharpeChart.Draw(page, own);
        page.Element("h2", "Months");
        MonthTable.Draw(page, own, facts.Holding);
        page.Element("h2", "Returns");
        DistributionChart.Draw(page, own);
        SheetParts.Tables(page, facts, activity);
        return SheetParts.End(page, facts, command, codeVersion, script);
    }
}
