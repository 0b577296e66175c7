using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>Ledgers worked by hand.</summary>
public class SimulatorTests
{
    private static readonly ExecutionRules Free = new() { StartingCash = 1000, Costs = Costs.None };
    private static readonly BarSeries Bars = Hours.Of((100, 100), (110, 120), (120, 90), (80, 100));

    [Fact]
    public void Run_Wish_FillsAtTheNextOpen()
    {
        var result = Simulator.Run(new ScriptedStrategy(0.5), Bars, Free);
        // 5 bought at 110 (half of 1000 at the close of 100): 450 cash.
        result.Equity.ToArray().ShouldBe([1000, 1050, 900, 950]);
        result.FinalPosition.ShouldBe(5);
        result.FinalCash.ShouldBe(450);
        result.FillCount.ShouldBe(1);
        result.Trades.ShouldHaveSingleItem().ShouldBe(new Trade(Bars.Times[1], 110, null, double.NaN, 5, 0, -50));
    }

    [Fact]
    public void Run_WishOnTheLastBar_FillsNowhere() =>
        Simulator.Run(new ScriptedStrategy(0, 0, 0, 1), Bars, Free).FillCount.ShouldBe(0);

    [Fact]
    public void Run_UnchangedWish_DoesNotRebalance() => Simulator.Run(new ScriptedStrategy(0.5), Bars, Free).FillCount.ShouldBe(1);

    [Fact]
    public void Run_AllInAfterAGapUp_BuysOnlyWhatCashPaysFor()
    {
        var result = Simulator.Run(new ScriptedStrategy(1), Bars, Free);
        result.FinalPosition.ShouldBe(1000.0 / 110, 1e-12);
        result.FinalCash.ShouldBe(0, 1e-9);
    }

    // Fill 110 × 1.02 = 112.2, fee 1 %: 1000 / (112.2 × 1.01) = 8.82 → 8 lots; 1000 − 8 × 112.2 × 1.01 = 93.424.
    [Fact]
    public void Run_CostsAndLots_AreTakenAtTheFill()
    {
        var rules = new ExecutionRules { StartingCash = 1000, LotSize = 1, Costs = new(0.01, 0.01, 0.01) };
        var result = Simulator.Run(new ScriptedStrategy(1), Bars, rules);
        result.FinalPosition.ShouldBe(8);
        result.FinalCash.ShouldBe(93.424, 1e-9);
        result.Fees.ShouldBe(8.976, 1e-9);
        result.TradedValue.ShouldBe(897.6, 1e-9);
        result.Trades[0].EntryPrice.ShouldBe(112.2, 1e-12);
    }

    [Fact]
    public void Run_Reversal_EndsOneTradeAndBeginsTheNext()
    {
        var result = Simulator.Run(new ScriptedStrategy(0.5, -0.5), Bars, Free);
        // Long 5 at 110; at the close of 120 equity is 1050, so −0.5 is 4.375 short, filled at 120.
        result.Trades.Count.ShouldBe(2);
        result.Trades[0].ProfitAndLoss.ShouldBe(50);
        result.Trades[0].ExitTime.ShouldBe(Bars.Times[2]);
        result.Trades[1].EntryTime.ShouldBe(Bars.Times[2]);
        result.Trades[1].Quantity.ShouldBe(-4.375);
        result.FillCount.ShouldBe(2);
        result.FinalEquity.ShouldBe(1050 + (4.375 * 20), 1e-9);
    }

    [Fact]
    public void Run_Short_IsCoveredInFull()
    {
        var falling = Hours.Of((100, 100), (90, 90), (80, 80));
        var result = Simulator.Run(new ScriptedStrategy(-1), falling, Free);
        // −10 was wished at 100; sold at 90 that is 900 and within the equity of 1000.
        result.FinalPosition.ShouldBe(-10);
        result.FinalCash.ShouldBe(1900);
        result.FinalEquity.ShouldBe(1100);
    }

    [Fact]
    public void Run_ShortAfterAGapUp_IsCutToTheEquity() =>
        Simulator.Run(new ScriptedStrategy(-1), Bars, Free).Trades[0].Quantity.ShouldBe(-1000.0 / 110, 1e-12);

    [Fact]
    public void Run_SizedAtTheFill_TakesThePriceThere() =>
        Simulator.Run(new ScriptedStrategy(0.5), Bars, Free with { Sizing = Sizing.AtFill }).FinalPosition.ShouldBe(500.0 / 110, 1e-12);

    [Fact]
    public void Run_Start_TradesFromThereWithTheLastWarmUpDecision()
    {
        var result = Simulator.Run(new ScriptedStrategy(0, 0.5), Bars, Free, start: 2);
        result.Window.Count.ShouldBe(2);
        result.Equity.Length.ShouldBe(2);
        // Wished at the close of 120 with 1000 of equity, filled at the open of 120.
        result.Trades[0].EntryTime.ShouldBe(Bars.Times[2]);
        result.Trades[0].Quantity.ShouldBe(500.0 / 120, 1e-12);
    }

    [Fact]
    public void Run_EquityGone_ClosesOutAndTradesNoMore()
    {
        var rising = Hours.Of((100, 100), (100, 100), (100, 250), (250, 250), (250, 100), (100, 100));
        var result = Simulator.Run(new ScriptedStrategy(-1, -1, -1, 1, 1, -1), rising, Free);
        result.Equity.ToArray().ShouldBe([1000, 1000, -500, -500, -500, -500]);
        result.FinalPosition.ShouldBe(0);
        result.FillCount.ShouldBe(2);
    }

    [Fact]
    public void Run_WishOutsideOfItsRange_IsAnError()
    {
        Should.Throw<InvalidOperationException>(() => Simulator.Run(new ScriptedStrategy(1.01), Bars, Free)).Message.ShouldContain("1.01");
        Should.Throw<InvalidOperationException>(() => Simulator.Run(new ScriptedStrategy(double.NaN), Bars, Free));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1000, -0.1, 0)]
    [InlineData(1000, double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0, 0)]
    [InlineData(1000, 0, -1)]
    public void Run_RulesOutOfRange_AreRefused(double cash, double fee, double lot) => Should.Throw<InvalidInputException>(() =>
        Simulator.Run(new ScriptedStrategy(0), Bars, new() { StartingCash = cash, LotSize = lot, Costs = new(fee, 0, 0) }));

    [Fact]
    public void Run_LongSeries_AllocatesNothingPerBar()
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 1, 20_000).Series;
        Simulator.Run(new ScriptedStrategy(0), bars, Free);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Simulator.Run(new ScriptedStrategy(0), bars, Free);
        // The equity curve and a handful of objects, whatever the number of bars.
        (GC.GetAllocatedBytesForCurrentThread() - before - (bars.Count * sizeof(double))).ShouldBeLessThan(2048);
    }
}
