using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Decorators;
using Gauntlet.Domain.Tests.Markets;
using Gauntlet.Domain.Tests.Simulation;

namespace Gauntlet.Domain.Tests.Strategies.Decorators;

/// <summary>Small cases by hand of what goes around a strategy.</summary>
public class DecoratorTests
{
    private static readonly ExecutionRules Free = new() { Costs = new(0, 0, 0) };

    // In at 100 after a close of 100: a stop 5 % below, 95, is passed inside the bar from 96.5 to 94. Bars reach one beyond open and close.
    [Fact]
    public void Exits_FixedStop_LeavesAtTheLevelAndDoesNotReturn()
    {
        var trade = Protect(new("fraction", 0.05, false, 0, 0, 14), [1], 100, 100, 96.5, 94, 97, 99).ShouldHaveSingleItem();
        trade.ExitPrice.ShouldBe(95, 1e-9);
        trade.Exit.ShouldBe(FillReason.Stop);
    }

    [Fact]
    public void Exits_TrailingStop_FollowsTheBestClose()
    {
        // The close of 110 lifts the stop from 95 to 105.
        var trade = Protect(new("fraction", 0.05, true, 0, 0, 14), [1], 100, 100, 110, 104, 100, 100).ShouldHaveSingleItem();
        trade.ExitPrice.ShouldBe(105, 1e-9);
    }

    [Fact]
    public void Exits_TrailingStopOfAShort_FollowsTheLowestClose()
    {
        var trade = Protect(new("fraction", 0.05, true, 0, 0, 14), [-1], 100, 100, 90, 96, 100, 100).ShouldHaveSingleItem();
        trade.ExitPrice.ShouldBe(95, 1e-9);
    }

    [Fact]
    public void Exits_Target_IsAMultipleOfTheStop()
    {
        var trade = Protect(new("fraction", 0.05, false, 2, 0, 14), [1], 100, 100, 112, 100, 100).ShouldHaveSingleItem();
        trade.ExitPrice.ShouldBe(110, 1e-9);
        trade.Exit.ShouldBe(FillReason.Target);
    }

    // Opened at the open of bar 1; the third close is that of bar 3, so it is left at the open of bar 4.
    [Fact]
    public void Exits_LongestTime_LeavesAtTheNextOpen()
    {
        var bars = Hours.Closing(100, 100, 100, 100, 100, 100, 100);
        var trade = Protect(new("none", double.NaN, false, 0, 3, 14), [1], 100, 100, 100, 100, 100, 100, 100).ShouldHaveSingleItem();
        trade.EntryTime.ShouldBe(bars.Times[1]);
        trade.ExitTime.ShouldBe(bars.Times[4]);
    }

    // Two hours of range 2 each, with closes that do not move: an average true range of 2, and a stop of three of them.
    [Fact]
    public void Exits_StopInRanges_IsMeasuredAtTheEntry()
    {
        var trade = Protect(new("atr", 3, false, 0, 0, 2), [0, 0, 0, 1], 100, 100, 100, 100, 100, 96, 93, 93).ShouldHaveSingleItem();
        trade.ExitPrice.ShouldBe(94, 1e-9);
    }

    [Fact]
    public void Exits_NewWishAfterAStop_IsFollowed()
    {
        var trades = Protect(new("fraction", 0.05, false, 0, 0, 14), [1, 1, 1, 1, -1], 100, 100, 96.5, 94, 90, 90, 90);
        trades.Select(trade => Math.Sign(trade.Quantity)).ShouldBe([1, -1]);
    }

    [Fact]
    public void VolatilityTarget_WilderMarket_HoldsTargetOverVolatility()
    {
        const int Length = 100;
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 2, 400).Series;
        var sized = new VolatilityTargeted<ScriptedStrategy>(new(1), 0.1, Length);
        double weight = 0;
        for (var i = 0; i <= Length; i++) weight = sized.OnBar(bars[i]);

        var returns = Enumerable.Range(1, Length).Select(i => Math.Log(bars.Close[i] / bars.Close[i - 1])).ToList();
        var mean = returns.Average();
        var hourly = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (Length - 1));
        weight.ShouldBe(0.1 / (hourly * Math.Sqrt(365.25 * 24)), 1e-9);
        weight.ShouldBeInRange(0.2, 0.8);
    }

    [Fact]
    public void VolatilityTarget_CalmMarket_HoldsTheWholeAndNoMore()
    {
        var sized = new VolatilityTargeted<ScriptedStrategy>(new(0.7), 5, 20);
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 2, 100).Series;
        for (var i = 0; i < 20; i++) sized.OnBar(bars[i]).ShouldBe(0, $"bar {i}");
        for (var i = 20; i < bars.Count; i++) sized.OnBar(bars[i]).ShouldBe(0.7, $"bar {i}");
    }

    // Returns of 2 % and −1 % in turn: mean 0.005 and sample variance 0.000225 · 20 / 19 over 20 bars.
    [Theory]
    [InlineData(0.01, 0.25, 0.01 * 0.005 / (0.000225 * 20 / 19))]
    [InlineData(0.25, 0.25, 0.25)]
    public void Kelly_RecordOfGains_TakesAPartUpToTheCap(double part, double cap, double expected)
    {
        var weights = Sized(part, cap, wish: 1);
        weights[..21].ShouldAllBe(weight => weight == 0.1);
        weights[^1].ShouldBe(expected, 1e-3 * expected);
    }

    [Fact]
    public void Kelly_RecordOfLosses_HoldsNothing() => Sized(0.25, 1, wish: -1)[^1].ShouldBe(0);

    private static double[] Sized(double part, double cap, double wish)
    {
        // Out for one bar after the window has filled, so that the size is taken anew.
        var sized = new KellySized<ScriptedStrategy>(new([.. Enumerable.Repeat(wish, 21), 0, wish]), part, cap, 20);
        var price = 100.0;
        var weights = new double[23];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = sized.OnBar(new(Hours.Start.AddHours(i), price, price, price, price, 1));
            price *= i % 2 == 0 ? 1.02 : 0.99;
        }

        return weights;
    }

    private static IReadOnlyList<Trade> Protect(ExitLevels levels, double[] wishes, params double[] closes) =>
        Simulator.RunWithExits(new Protected<ScriptedStrategy>(new(wishes), levels), Hours.Closing(closes), Free).Trades;
}
