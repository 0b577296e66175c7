using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;

namespace Gauntlet.Domain.Tests.Simulation.Backtests;

public class ActivityPathTests
{
    private static readonly ExecutionRules Free = new() { Costs = Costs.None };

    // The first bar warms up; half of the equity is bought at the open of the second, 100; then the price doubles: 1/2 × 2 of 1.5.
    [Fact]
    public void Of_HalfHeldWhilePriceDoubles_IsTwoThirds()
    {
        var test = Backtest.Run(StrategyCatalogue.Find("buy-and-hold"), ParameterValues.Empty.With("size", 0.5), Series("a", [100, 100, 200, 200]), Free);

        var path = ActivityPath.Of(test);

        path.Net.ShouldBe([0.5, 2.0 / 3, 2.0 / 3], 1e-12);
        path.Gross.ShouldBe(path.Net);
        path.Turnover.ShouldBe([0.5, 0, 0], 1e-12);
        path.FeesFraction.ShouldAllBe(fee => fee == 0);
    }

    [Fact]
    public void Of_Turnover_SumsToWhatWasTraded()
    {
        var bars = SyntheticMarket.Named("synthetic:trend", 1).Series.Slice(0, 2000);
        var test = Backtest.Run(StrategyCatalogue.Find("sma-cross"), ParameterValues.Empty.With("fast", 5).With("slow", 20), bars, new ExecutionRules());

        var path = ActivityPath.Of(test);

        Enumerable.Range(0, path.Turnover.Count).Sum(i => path.Turnover[i] * test.Result.Equity[i]).ShouldBe(test.Result.TradedValue, 1e-6 * test.Result.TradedValue);
        Enumerable.Range(0, path.Turnover.Count).Sum(i => path.FeesFraction[i] * test.Result.Equity[i]).ShouldBe(test.Result.Fees, 1e-6 * test.Result.Fees);
        path.Gross.Count(value => value > 0).ShouldBe(test.Result.BarsInMarket);
    }

    [Fact]
    public void Of_TwoMarkets_AddsThemUp()
    {
        var test = PortfolioBacktest.Run(PortfolioCatalogue.Find("equal-weight"), ParameterValues.Empty.With("rebalance", "never"), [Series("a", [100, 100, 200]), Series("b", [50, 50, 50])], Free with { Sizing = Sizing.AtFill });

        var path = ActivityPath.Of(test.Result);

        path.Net.ShouldBe([0, 1, 1], 1e-12);
        path.Turnover.ShouldBe([0, 1, 0], 1e-12);
        test.Result.Values[0].ShouldBe([0, 50_000, 100_000], 1e-6);
        test.Result.Values[1].ShouldBe([0, 50_000, 50_000], 1e-6);
    }

    private static BarSeries Series(string name, double[] close) =>
        new(name, TimeSpan.FromDays(1), [.. close.Select((_, i) => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i))], close, close, close, close, new double[close.Length]);
}
