using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Reporting.Backtests;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The tables of a tear sheet.</summary>
internal static class SheetTables
{
    private const int DeepestFalls = 10, MostTrades = 100;

    public static void Costs(Markup page, BacktestFacts facts)
    {
        var table = new DataTable(page, "costs", string.Empty, "costs", "return a year", "Sharpe ratio", "total return");
        foreach (var one in facts.Costs) table.Row($"×\u00a0{one.Factor:0.##}", Datum.Percent(one.AnnualReturnFraction), Datum.Ratio(one.Sharpe), Datum.Percent(one.TotalReturnFraction, signed: true));
        table.End();
        page.Element("p class=\"note\"", $"All costs times a factor; {BacktestText.BreakEven(facts)}.");
    }

    public static void Drawdowns(Markup page, BacktestSide own)
    {
        if (own.Drawdowns.Count == 0)
        {
            page.Element("p class=\"note\"", "Equity never fell below an earlier high.");
            return;
        }

        var times = own.Times;
        var table = new DataTable(page, "drawdowns", DataTable.Sortable, "drawdown", "from", "trough", "back", "bars", "days");
        foreach (var fall in own.Drawdowns.OrderByDescending(one => one.DepthFraction).Take(DeepestFalls))
        {
            var days = (times[fall.Recovery ?? times.Count - 1] - times[Math.Max(0, fall.Peak)]).TotalDays;
            table.Row(Datum.Percent(-fall.DepthFraction), Numbers.Date(times[Math.Max(0, fall.Peak)]), Numbers.Date(times[fall.Trough]), fall.Recovery is { } back ? Numbers.Date(times[back]) : "not yet", Datum.Count(fall.Periods), Datum.Count(Math.Round(days)));
        }

        table.End();
        page.Element("p class=\"note\"", $"The {Math.Min(DeepestFalls, own.Drawdowns.Count)} deepest of {Numbers.Count(own.Drawdowns.Count)}; what is not back yet is counted to the end.");
    }

    public static void Metrics(Markup page, BacktestFacts facts)
    {
        page.Raw("<details><summary><h2>").Text($"All {BacktestMetrics.All.Count} figures with their conventions").Raw("</h2></summary>\n");
        foreach (var group in BacktestMetrics.All.GroupBy(metric => metric.Group))
        {
            page.Element("h3", group.Key);
            var table = new DataTable(page, group.Key, "figs", "figure", "strategy", "holding", "convention");
            foreach (var metric in group) table.Row(metric.Name, Of(metric, facts.Own), metric.OfHolding ? Of(metric, facts.Holding) : new(string.Empty), metric.Convention);
            table.End();
        }

        page.Raw("</details>\n");

        static Datum Of(BacktestMetric metric, BacktestSide side) => metric.Of(side) is var value && double.IsFinite(value) ? new(metric.Text(value), value) : new(metric.TextOf(value));
    }

    public static void Trades(Markup page, BacktestFacts facts)
    {
        var many = facts.Markets.Count > 1;
        var rows = facts.Trades.SelectMany((trades, market) => trades.Select(trade => (Market: market, Trade: trade))).OrderBy(row => row.Trade.EntryTime).ToList();
        if (rows.Count == 0)
        {
            page.Element("p class=\"note\"", "No trade.");
            return;
        }

        page.Raw("<details><summary><h2>").Text($"{Numbers.Count(rows.Count)} trades").Raw("</h2></summary>\n");
        if (rows.Count > MostTrades) page.Element("p class=\"note\"", $"The last {MostTrades}; --json has all.");
        string[] heads = ["entry", "entry price", "exit", "exit price", "quantity", "profit", "fees", "ended by"];
        var table = new DataTable(page, "trades", DataTable.Sortable, many ? ["market", .. heads] : heads);
        foreach (var (market, trade) in rows.TakeLast(MostTrades))
        {
            Datum[] cells =
            [
                Time(trade.EntryTime), Datum.Money(trade.EntryPrice), trade.ExitTime is { } exit ? Time(exit) : "open", Datum.Money(trade.ExitPrice), new(Numbers.Count(Math.Round(trade.Quantity, 4)), trade.Quantity),
                Datum.Money(trade.ProfitAndLoss, signed: true), Datum.Money(trade.Fees), trade.IsOpen ? "–" : trade.Exit.ToString().ToLowerInvariant(),
            ];
            table.Row(many ? [BacktestText.Market(facts.Markets[market]), .. cells] : cells);
        }

        table.End();
        page.Raw("</details>\n");
    }

    public static void Parameters(Markup page, BacktestFacts facts)
    {
        page.Raw("<details><summary><h2>Parameters</h2></summary>\n");
        var table = new DataTable(page, "parameters", string.Empty, "parameter", "value");
        foreach (var (name, value) in facts.Parameters.Items) table.Row(name, value.ToString());
        table.End();
        page.Raw("</details>\n");
    }

    public static void Markets(Markup page, BacktestFacts facts, PortfolioResult result)
    {
        var table = new DataTable(page, "markets", DataTable.Sortable, "market", "bars", "trades", "winners", "profit and loss", "fees", "fills", "last weight");
        for (var i = 0; i < facts.Markets.Count; i++)
        {
            var trades = facts.Trades[i];
            var (profit, fees) = (trades.Sum(trade => trade.ProfitAndLoss), trades.Sum(trade => trade.Fees));
            var weight = result.FinalEquity > 0 ? result.Values[i][^1] / result.FinalEquity : double.NaN;
            table.Row(
                BacktestText.Market(facts.Markets[i]), Datum.Count(facts.Markets[i].Count), Datum.Count(trades.Count), Datum.Count(trades.Count(trade => trade.ProfitAndLoss > 0)),
                Datum.Money(profit, signed: true), Datum.Money(fees), Datum.Count(result.Fills.Count(fill => fill.Market == i)), Datum.Percent(weight));
        }

        table.End();
        page.Element("p class=\"note\"", "Profit and loss after fees, open positions at the last close.");
    }

    private static string Time(DateTime time) => time.TimeOfDay == TimeSpan.Zero ? Numbers.Date(time) : $"{time:yyyy-MM-dd HH:mm}";
}
