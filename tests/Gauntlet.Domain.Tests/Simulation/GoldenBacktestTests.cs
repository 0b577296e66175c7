using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>Back-tests on real bars that vectorbt, backtrader and (most) backtesting.py agree on, to the cent (vectors/backtests).</summary>
public class GoldenBacktestTests
{
    private const double Cents = 1e-6;

    [SkippableTheory]
    [InlineData("sma-10-50-spy-long-allin-fractional-free")]
    [InlineData("sma-10-50-spy-long-allin-whole-percent")]
    [InlineData("sma-10-50-spy-longshort-fraction-whole-percent")]
    [InlineData("rsi-14-ibm-long-allin-whole-percent")]
    [InlineData("rsi-14-spy-longshort-fraction-whole-percent")]
    [InlineData("rsi-14-aapl-long-fraction-fractional-percent-slippage")]
    [InlineData("buyhold-spy-allin-fractional-free")]
    [InlineData("buyhold-aapl-allin-whole-percent-slippage")]
    public void Run_Reference_AgreesToTheCent(string name)
    {
        var golden = Read(name + ".json");
        var result = Run(golden);

        result.FinalEquity.ShouldBe(golden.GetProperty("final_equity").GetDouble(), Cents);
        result.FinalCash.ShouldBe(golden.GetProperty("final_cash").GetDouble(), Cents);
        result.FinalPosition.ShouldBe(golden.GetProperty("final_position").GetDouble(), 1e-9);
        result.Equity.ToArray().Sum().ShouldBe(golden.GetProperty("equity_sum").GetDouble(), 1e-9 * golden.GetProperty("equity_sum").GetDouble());
        foreach (var point in golden.GetProperty("equity_every_50th").EnumerateArray()) result.Equity[point[0].GetInt32()].ShouldBe(point[2].GetDouble(), Cents);
        ShouldAgree(result.Trades, golden.GetProperty("trades"));
        ShouldAgree(result, golden.GetProperty("metrics"));
    }

    // Eighty-five pairs by vectorbt's own signal path: number of fills and final equity.
    [SkippableFact]
    public void Run_GridOfAverages_AgreesToTheCent()
    {
        var golden = Read("sma-grid-spy-long-allin-whole-percent-slippage.json");
        var bars = Bars(golden);
        var rules = new ExecutionRules { Costs = new(0.001, 0, 0.0005), LotSize = 1, Sizing = Sizing.AtFill };
        var rows = golden.GetProperty("rows").EnumerateArray().ToList();
        rows.Count.ShouldBe(85);
        foreach (var row in rows)
        {
            var values = ParameterValues.Empty.With("fast", row[0].GetInt32()).With("slow", row[1].GetInt32()).With("direction", "long-only");
            var result = StrategyCatalogue.Find("sma-cross").Run(values, bars, rules);
            result.FillCount.ShouldBe(row[2].GetInt32(), $"{values}");
            result.FinalEquity.ShouldBe(row[3].GetDouble(), Cents, $"{values}");
        }
    }

    private static SimulationResult Run(JsonElement golden)
    {
        var parameters = golden.GetProperty("parameters");
        var commission = parameters.GetProperty("commission");
        var fraction = parameters.GetProperty("sizing").TryGetProperty("fraction", out var part) ? part.GetDouble() : 1;
        var rules = new ExecutionRules
        {
            StartingCash = parameters.GetProperty("cash").GetDouble(),
            Costs = new(commission.TryGetProperty("rate", out var rate) ? rate.GetDouble() : 0, 0, parameters.GetProperty("slippage").GetDouble()),
            LotSize = parameters.GetProperty("whole").GetBoolean() ? 1 : 0,
            Sizing = fraction == 1 ? Sizing.AtFill : Sizing.AtDecision,
        };
        var bars = Bars(golden);
        var given = parameters.GetProperty("params");
        var values = ParameterValues.Empty.With("size", fraction).With("direction", parameters.GetProperty("direction").GetString() == "long_only" ? "long-only" : "long-short");
        return parameters.GetProperty("strategy").GetString() switch
        {
            "sma_cross" => StrategyCatalogue.Find("sma-cross").Run(values.With("fast", given.GetProperty("fast").GetInt32()).With("slow", given.GetProperty("slow").GetInt32()), bars, rules),
            "rsi" => StrategyCatalogue.Find("rsi-reversion").Run(values.With("length", given.GetProperty("period").GetInt32()).With("low", given.GetProperty("low").GetInt32()).With("high", given.GetProperty("high").GetInt32()), bars, rules),
            _ => Simulator.BuyAndHold(bars, rules),
        };
    }

    private static void ShouldAgree(IReadOnlyList<Trade> trades, JsonElement golden)
    {
        trades.Count.ShouldBe(golden.GetArrayLength());
        foreach (var (trade, expected) in trades.Zip(golden.EnumerateArray()))
        {
            trade.EntryTime.ShouldBe(expected.GetProperty("entry").GetDateTime());
            trade.EntryPrice.ShouldBe(expected.GetProperty("entry_price").GetDouble(), 1e-9);
            trade.Quantity.ShouldBe(expected.GetProperty("size").GetDouble(), 1e-9);
            trade.Fees.ShouldBe(expected.GetProperty("commission").GetDouble(), Cents);
            trade.ProfitAndLoss.ShouldBe(expected.GetProperty("pnl").GetDouble(), Cents);
            trade.IsOpen.ShouldBe(expected.GetProperty("status").GetString() == "open");
            if (trade.IsOpen) continue;
            trade.ExitTime.ShouldBe(expected.GetProperty("exit").GetDateTime());
            trade.ExitPrice.ShouldBe(expected.GetProperty("exit_price").GetDouble(), 1e-9);
        }
    }

    private static void ShouldAgree(SimulationResult result, JsonElement golden)
    {
        var metrics = ReturnMetrics.Of(result);
        metrics.TotalReturnFraction.ShouldBe(golden.GetProperty("total_return").GetDouble(), 1e-9);
        metrics.MaxDrawdownFraction.ShouldBe(golden.GetProperty("max_drawdown").GetDouble(), 1e-9);
        metrics.SharpePerPeriod.ShouldBe(golden.GetProperty("sharpe_per_bar").GetDouble(), 1e-9);
        metrics.Moments.StandardDeviation.ShouldBe(golden.GetProperty("sd_bar_return_ddof1").GetDouble(), 1e-12);
        metrics.Trades.ShouldBe(golden.GetProperty("closed_trades").GetInt32());
        if (metrics.Trades > 0) metrics.WinRateFraction.ShouldBe(golden.GetProperty("winners").GetDouble() / metrics.Trades, 1e-12);
        if (!double.IsNaN(metrics.ProfitFactor)) metrics.ProfitFactor.ShouldBe(golden.GetProperty("gross_win").GetDouble() / -golden.GetProperty("gross_loss").GetDouble(), 1e-9);
        result.Fees.ShouldBe(golden.GetProperty("total_commission").GetDouble(), Cents);
        result.TradedValue.ShouldBe(golden.GetProperty("turnover").GetDouble(), 1e-4);
    }

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf(Path.Combine("vectors/backtests", file))));
        return document.RootElement.Clone();
    }

    private static BarSeries Bars(JsonElement golden)
    {
        var file = golden.GetProperty("data").GetProperty("file").GetString()!;
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", file)));
        return CsvBars.ReadAsIs(reader, file);
    }
}
