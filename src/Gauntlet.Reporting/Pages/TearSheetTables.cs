using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The tables of a tear sheet.</summary>
internal static class TearSheetTables
{
    private const int DeepestFalls = 10, MostTrades = 200;

    public static void Costs(Markup page, Backtest test)
    {
        Begin(page, "costs", "return a year", "Sharpe ratio", "total return");
        foreach (var one in test.Costs)
            Row(page, $"×\u00a0{one.Factor:0.##}", Numbers.Percent(one.AnnualReturnFraction), Numbers.Ratio(one.Sharpe), Numbers.Percent(one.TotalReturnFraction, signed: true));
        End(page);
        page.Element("p class=\"note\"", $"All costs times a factor: {BacktestText.BreakEven(test)}.");
    }

    public static void Drawdowns(Markup page, BacktestSide own)
    {
        if (own.Drawdowns.Count == 0)
        {
            page.Element("p class=\"note\"", "Equity never fell below an earlier high.");
            return;
        }

        var times = own.Result.Window.Times;
        Begin(page, "drawdown", "from", "trough", "back", "bars");
        foreach (var fall in own.Drawdowns.OrderByDescending(one => one.DepthFraction).Take(DeepestFalls))
            Row(page, Numbers.Percent(-fall.DepthFraction), Numbers.Date(times[Math.Max(0, fall.Peak)]), Numbers.Date(times[fall.Trough]), fall.Recovery is { } back ? Numbers.Date(times[back]) : "not yet", Numbers.Count(fall.Periods));
        End(page);
        page.Element("p class=\"note\"", $"The {Math.Min(DeepestFalls, own.Drawdowns.Count)} deepest of {Numbers.Count(own.Drawdowns.Count)}.");
    }

    public static void Metrics(Markup page, BacktestSide own, BacktestSide holding)
    {
        page.Raw("<details><summary><h2>").Text($"All {BacktestMetrics.All.Count} figures with their conventions").Raw("</h2></summary>\n");
        foreach (var group in BacktestMetrics.All.GroupBy(metric => metric.Group))
        {
            page.Element("h3", group.Key).Raw("<div class=\"scroll\"><table><thead><tr><th>figure</th><th class=\"n\">strategy</th><th class=\"n\">holding</th><th>convention</th></tr></thead><tbody>\n");
            foreach (var metric in group)
            {
                page.Raw("<tr>").Element("th scope=\"row\"", metric.Name).Element("td class=\"n\"", metric.TextOf(metric.Of(own)))
                    .Element("td class=\"n\"", metric.OfHolding ? metric.TextOf(metric.Of(holding)) : string.Empty).Element("td class=\"why\"", metric.Convention).Raw("</tr>\n");
            }

            End(page);
        }

        page.Raw("</details>\n");
    }

    public static void Trades(Markup page, SimulationResult result)
    {
        if (result.Trades.Count == 0)
        {
            page.Element("p class=\"note\"", "No trade.");
            return;
        }

        page.Raw("<details><summary><h2>").Text($"{Numbers.Count(result.Trades.Count)} trades").Raw("</h2></summary>\n");
        if (result.Trades.Count > MostTrades) page.Element("p class=\"note\"", $"The last {MostTrades}; --json has all.");
        Begin(page, "entry", "price", "exit", "price", "quantity", "profit", "fees", "ended by");
        foreach (var trade in result.Trades.TakeLast(MostTrades))
        {
            Row(page, Time(trade.EntryTime), Numbers.Money(trade.EntryPrice), trade.ExitTime is { } exit ? Time(exit) : "open", Numbers.Money(trade.ExitPrice), Numbers.Count(Math.Round(trade.Quantity, 4)), Numbers.Money(trade.ProfitAndLoss, signed: true), Numbers.Money(trade.Fees), trade.IsOpen ? "–" : trade.Exit.ToString().ToLowerInvariant());
        }

        End(page);
        page.Raw("</details>\n");
    }

    private static string Time(DateTime time) => time.TimeOfDay == TimeSpan.Zero ? Numbers.Date(time) : $"{time:yyyy-MM-dd HH:mm}";

    private static void Begin(Markup page, string first, params ReadOnlySpan<string> heads)
    {
        page.Raw("<div class=\"scroll\"><table><thead><tr>").Element("th", first);
        foreach (var head in heads) page.Element("th class=\"n\"", head);
        page.Raw("</tr></thead><tbody>\n");
    }

    private static void Row(Markup page, string first, params ReadOnlySpan<string> cells)
    {
        page.Raw("<tr><th scope=\"row\">").Text(first).Raw("</th>");
        foreach (var cell in cells) page.Raw("<td class=\"n\">").Text(cell).Raw("</td>");
        page.Raw("</tr>\n");
    }

    private static void End(Markup page) => page.Raw("</tbody></table></div>\n");
}
