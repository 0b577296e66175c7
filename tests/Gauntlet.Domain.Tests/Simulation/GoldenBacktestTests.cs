using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Tests.Simulation.Reference;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>Back-tests on real bars that the field's engines agree on, to the cent (vectors/backtests).</summary>
public class GoldenBacktestTests
{
    // Per 100,000 of starting cash.
    private const double Cents = 1e-6;

    public static TheoryData<string> Runs =>
    [
        "bollinger-20-2-ibm-long-allin-whole-percent",
        "bollinger-20-2-spy-longshort-fixed-pershare-slippage",
        "bollinger-20-2-xauusd-hourly-longshort-fraction-whole-free",
        "buyhold-aapl-allin-whole-percent-slippage",
        "buyhold-spy-allin-fractional-free",
        "donchian-20-10-atr-btcusd-long-fraction-whole-percent-stop-nextbar",
        "donchian-20-10-atr-ibm-longshort-fraction-whole-percent-stop-entrybar",
        "donchian-20-10-atr-spy-long-allin-whole-free-stop-entrybar",
        "donchian-20-10-atr-xauusd-hourly-longshort-fixed-percent-slippage-stop-nextbar",
        "rsi-14-aapl-long-fraction-fractional-percent-slippage",
        "rsi-14-ibm-long-allin-whole-percent",
        "rsi-14-spy-longshort-fraction-whole-percent",
        "sma-10-50-spy-long-allin-fractional-free",
        "sma-10-50-spy-long-allin-whole-percent",
        "sma-10-50-spy-longshort-fixed-free-sameclose",
        "sma-10-50-spy-longshort-fraction-whole-percent",
        "sma-20-100-aapl-longshort-fixed-pershare-slippage",
        "sma-20-100-eurusd-hourly-longshort-fixed-percent",
        "sma-20-100-ibm-long-allin-whole-pershare",
    ];

    [SkippableTheory]
    [MemberData(nameof(Runs))]
    public void Run_Reference_AgreesToTheCent(string name)
    {
        var golden = GoldenFile.Of(name);
        ShouldAgree(golden.Run(golden.Rules), golden);
    }

    // A volume that nobody looks at takes the same rules through the exchange of orders.
    [SkippableTheory]
    [InlineData("donchian-20-10-atr-ibm-longshort-fraction-whole-percent-stop-entrybar")]
    [InlineData("donchian-20-10-atr-btcusd-long-fraction-whole-percent-stop-nextbar")]
    [InlineData("sma-10-50-spy-longshort-fixed-free-sameclose")]
    [InlineData("sma-20-100-ibm-long-allin-whole-pershare")]
    public void Run_ReferenceThroughTheExchange_AgreesToTheCent(string name)
    {
        var golden = GoldenFile.Of(name);
        ShouldAgree(golden.Run(golden.Rules with { VolumeIsKnown = true }), golden);
    }

    // Eighty-five pairs by vectorbt's own signal path: number of fills and final equity.
    [SkippableFact]
    public void Run_GridOfAverages_AgreesToTheCent()
    {
        var golden = GoldenFile.Of("sma-grid-spy-long-allin-whole-percent-slippage");
        var bars = golden.Bars();
        var rules = new ExecutionRules { Costs = new(0.001, 0, 0.0005), LotSize = 1, Sizing = Sizing.AtFill };
        var rows = golden["rows"].EnumerateArray().ToList();
        rows.Count.ShouldBe(85);
        foreach (var row in rows)
        {
            var values = ParameterValues.Empty.With("fast", row[0].GetInt32()).With("slow", row[1].GetInt32()).With("direction", "long-only");
            var result = StrategyCatalogue.Find("sma-cross").Run(values, bars, rules);
            result.FillCount.ShouldBe(row[2].GetInt32(), $"{values}");
            result.FinalEquity.ShouldBe(row[3].GetDouble(), Cents, $"{values}");
        }
    }

    [SkippableTheory]
    [InlineData("momentum-12-1-top1-monthly-percent-slippage")]
    [InlineData("momentum-12-1-top2-monthly-percent")]
    public void Run_MomentumOfFourMarkets_AgreesToTheCent(string name)
    {
        var golden = GoldenFile.Of(name);
        var parameters = golden["parameters"];
        var given = parameters.GetProperty("params");
        string[] symbols = ["aapl", "bac", "ibm", "spy"];
        var markets = symbols.Select(symbol => GoldenFile.Bars($"daily/{symbol}.csv")).ToList();
        var rules = new ExecutionRules { Costs = new(parameters.GetProperty("commission").GetProperty("rate").GetDouble(), 0, parameters.GetProperty("slippage").GetDouble()), Sizing = Sizing.AtFill };
        var strategy = new ReferenceMomentum(given.GetProperty("lookback").GetInt32(), given.GetProperty("skip").GetInt32(), given.GetProperty("top").GetInt32(), given.GetProperty("weight").GetDouble(), markets[0].Times.ToArray());
        var result = PortfolioSimulator.Run(strategy, markets, rules);

        result.FinalEquity.ShouldBe(golden["final_equity"].GetDouble(), Cents);
        var fills = golden["fills"].EnumerateArray().ToList();
        result.Fills.Count.ShouldBe(fills.Count);
        // Within a bar the file lists markets by name; we list sales before purchases.
        foreach (var (fill, expected) in result.Fills.OrderBy(fill => fill.Step).ThenBy(fill => fill.Market).Zip(fills.OrderBy(fill => fill.GetProperty("bar").GetInt32()).ThenBy(fill => fill.GetProperty("symbol").GetString(), StringComparer.Ordinal)))
        {
            fill.Step.ShouldBe(expected.GetProperty("bar").GetInt32());
            symbols[fill.Market].ShouldBe(expected.GetProperty("symbol").GetString());
            fill.Fill.Quantity.ShouldBe(expected.GetProperty("q").GetDouble(), 1e-8);
            fill.Fill.Price.ShouldBe(expected.GetProperty("price").GetDouble(), 1e-9);
            fill.Fill.Fee.ShouldBe(expected.GetProperty("fee").GetDouble(), Cents);
        }
    }

    // nautilus_trader rounds every commission to cents; fills at the signal's own close.
    [SkippableFact]
    public void Run_CommissionsInCents_AgreesExactly()
    {
        var golden = GoldenFile.Of("sma-20-100-eurusd-hourly-longshort-fixed-cents-sameclose");
        var raw = golden.Bars();
        static double[] Rounded(ReadOnlySpan<double> column) => [.. column.ToArray().Select(price => (double)Math.Round((decimal)price, 5, MidpointRounding.ToEven))];
        var bars = new BarSeries("eurusd", raw.Interval, raw.Times.ToArray(), Rounded(raw.Open), Rounded(raw.High), Rounded(raw.Low), Rounded(raw.Close), raw.Volume.ToArray());
        var rules = new ExecutionRules
        {
            StartingCash = 1_000_000,
            Costs = new(0.00002, 0, 0),
            Sizing = Sizing.Units,
            UnitQuantity = 100_000,
            Timing = FillTiming.SameClose,
            Shortage = Shortage.Ignore,
            MoneyDecimals = 2,
        };
        var values = ParameterValues.Empty.With("fast", 20).With("slow", 100).With("direction", "long-short");
        foreach (var margin in new[] { 0, 1e-9 })
        {
            // A margin that never calls takes the same rules through the exchange of orders.
            var result = StrategyCatalogue.Find("sma-cross").Run(values, bars, rules with { MaintenanceFraction = margin });
            var open = result.Trades[^1];
            var balance = result.FinalEquity - (open.Quantity * (bars.Close[^1] - open.EntryPrice));
            $"{balance:F2} USD".ShouldBe(golden["final_balance"].GetString());
            result.FillCount.ShouldBe(golden["fills"].GetArrayLength());
        }
    }

    private static void ShouldAgree(SimulationResult result, GoldenFile golden)
    {
        var cents = Cents * golden["parameters"].GetProperty("cash").GetDouble() / 100_000;
        result.FinalEquity.ShouldBe(golden["final_equity"].GetDouble(), cents);
        result.FinalCash.ShouldBe(golden["final_cash"].GetDouble(), cents);
        result.FinalPosition.ShouldBe(golden["final_position"].GetDouble(), 1e-9);
        var equity = result.Equity.ToArray();
        equity.Sum().ShouldBe(golden["equity_sum"].GetDouble(), 1e-9 * golden["equity_sum"].GetDouble());
        equity.Sum(one => one * one).ShouldBe(golden["equity_sum_of_squares"].GetDouble(), 1e-9 * golden["equity_sum_of_squares"].GetDouble());
        foreach (var point in golden["equity_every_50th"].EnumerateArray()) equity[point[0].GetInt32()].ShouldBe(point[2].GetDouble(), cents);
        ShouldAgree(result.Trades, golden["trades"], cents);
        ShouldAgree(result, golden["metrics"], cents);
    }

    private static void ShouldAgree(IReadOnlyList<Trade> trades, JsonElement golden, double cents)
    {
        trades.Count.ShouldBe(golden.GetArrayLength());
        foreach (var (trade, expected) in trades.Zip(golden.EnumerateArray()))
        {
            trade.EntryTime.ShouldBe(expected.GetProperty("entry").GetDateTime());
            trade.EntryPrice.ShouldBe(expected.GetProperty("entry_price").GetDouble(), 1e-12 * trade.EntryPrice);
            trade.Quantity.ShouldBe(expected.GetProperty("size").GetDouble(), 1e-9);
            trade.Fees.ShouldBe(expected.GetProperty("commission").GetDouble(), cents);
            trade.ProfitAndLoss.ShouldBe(expected.GetProperty("pnl").GetDouble(), cents);
            trade.IsOpen.ShouldBe(expected.GetProperty("status").GetString() == "open");
            if (trade.IsOpen) continue;
            trade.ExitTime.ShouldBe(expected.GetProperty("exit").GetDateTime());
            trade.ExitPrice.ShouldBe(expected.GetProperty("exit_price").GetDouble(), 1e-12 * trade.ExitPrice);
            trade.Exit.ShouldBe(expected.GetProperty("exit_by").GetString() == "stop" ? FillReason.Stop : FillReason.Signal);
        }
    }

    private static void ShouldAgree(SimulationResult result, JsonElement golden, double cents)
    {
        var metrics = ReturnMetrics.Of(result);
        metrics.TotalReturnFraction.ShouldBe(golden.GetProperty("total_return").GetDouble(), 1e-9);
        metrics.MaxDrawdownFraction.ShouldBe(golden.GetProperty("max_drawdown").GetDouble(), 1e-9);
        metrics.SharpePerPeriod.ShouldBe(golden.GetProperty("sharpe_per_bar").GetDouble(), 1e-9);
        metrics.Moments.StandardDeviation.ShouldBe(golden.GetProperty("sd_bar_return_ddof1").GetDouble(), 1e-12);
        metrics.Trades.ShouldBe(golden.GetProperty("closed_trades").GetInt32());
        if (metrics.Trades > 0) metrics.WinRateFraction.ShouldBe(golden.GetProperty("winners").GetDouble() / metrics.Trades, 1e-12);
        if (!double.IsNaN(metrics.ProfitFactor)) metrics.ProfitFactor.ShouldBe(golden.GetProperty("gross_win").GetDouble() / -golden.GetProperty("gross_loss").GetDouble(), 1e-9);
        result.Fees.ShouldBe(golden.GetProperty("total_commission").GetDouble(), cents);
        result.TradedValue.ShouldBe(golden.GetProperty("turnover").GetDouble(), 1e-9 * result.TradedValue);
    }
}
