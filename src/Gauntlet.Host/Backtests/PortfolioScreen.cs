using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Statistics;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Backtests;

/// <summary>A back-test over several markets on the terminal: the finding, the figures beside those of holding, what each market gave.</summary>
internal static class PortfolioScreen
{
    public static void Write(PortfolioBacktest test, Screen screen)
    {
        var beats = test.Metrics.AnnualReturnFraction > test.BenchmarkMetrics.AnnualReturnFraction;
        screen.WriteLine(
            new(beats ? "✓" : "✕", beats ? Ink.Pass : Ink.Fail),
            $" {(beats ? "Beats" : "Does not beat")} holding all in equal parts: {Numbers.Percent(test.Metrics.AnnualReturnFraction)} a year against {Numbers.Percent(test.BenchmarkMetrics.AnnualReturnFraction)}");
        screen.WriteWrapped($"{test.Strategy.Name} on {string.Join(", ", test.Markets.Select(Name))}, {test.Parameters}");
        screen.WriteWrapped($"{Numbers.Date(test.Result.Times[0])} … {Numbers.Date(test.Result.Times[^1])}, {Numbers.Count(test.Result.Times.Count)} steps; a market without a bar keeps its last price and does not trade");
        screen.WriteLine();
        screen.Write(Figures(test));
        screen.WriteLine();
        screen.Write(Markets(test));
    }

    private static string Name(BarSeries market) => Path.GetFileNameWithoutExtension(market.Symbol);

    private static TextTable Figures(PortfolioBacktest test)
    {
        var table = new TextTable("figure", test.Strategy.Name, "holding", "convention");
        Add("total return", metrics => Numbers.Percent(metrics.TotalReturnFraction, signed: true), "final equity over starting cash − 1, after costs");
        Add("return a year", metrics => Numbers.Percent(metrics.AnnualReturnFraction, signed: true), "geometric, by the bars a year of the markets' calendar");
        Add("volatility a year", metrics => Numbers.Percent(metrics.AnnualVolatilityFraction), "standard deviation (n − 1) × √bars a year");
        Add("largest drawdown", metrics => Numbers.Percent(metrics.MaxDrawdownFraction), "fall from the highest equity so far");
        Add("Sharpe ratio", metrics => double.IsNaN(metrics.Sharpe) ? "– (returns do not vary)" : Numbers.Ratio(metrics.Sharpe), "arithmetic mean over standard deviation × √bars a year, risk-free 0");
        Add("closed trades", metrics => Numbers.Count(metrics.Trades), "round trips of one market from flat to flat");
        Add("time in the market", metrics => Numbers.Percent(metrics.ExposureFraction), "share of steps at whose close anything was held");
        Add("turnover a year", metrics => Numbers.Ratio(metrics.TurnoverPerYear) + "\u00a0×", "traded value over equity");
        Add("fees", metrics => Numbers.Percent(metrics.FeesFraction), "of the starting cash, without spread and slippage");
        return table;

        void Add(string name, Func<ReturnMetrics, string> text, string convention) =>
            table.Add(name, Cell.Number(text(test.Metrics)), Cell.Number(text(test.BenchmarkMetrics)), new(convention, Ink.Muted));
    }

    private static TextTable Markets(PortfolioBacktest test)
    {
        var table = new TextTable("market", "bars", "trades", "profit and loss", "fills");
        for (var i = 0; i < test.Markets.Count; i++)
        {
            var trades = test.Result.Trades[i];
            table.Add(
                Name(test.Markets[i]),
                Cell.Number(Numbers.Count(test.Markets[i].Count)),
                Cell.Number(Numbers.Count(trades.Count)),
                Cell.Number(Numbers.Money(trades.Sum(trade => trade.ProfitAndLoss))),
                Cell.Number(Numbers.Count(Fills(test.Result, i))));
        }

        return table;
    }

    private static int Fills(PortfolioResult result, int market) => result.Fills.Count(fill => fill.Market == market);
}
