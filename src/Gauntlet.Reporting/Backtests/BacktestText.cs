using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Reporting.Backtests;

/// <summary>A back-test in words, written from its figures.</summary>
public static class BacktestText
{
    /// <summary>Whether the strategy earned more a year than holding.</summary>
    public static bool BeatsHolding(Backtest test) => test.Metrics.AnnualReturnFraction > test.BenchmarkMetrics.AnnualReturnFraction;

    /// <summary>The finding in one sentence: against holding, and whether luck alone would do.</summary>
    public static string Sentence(Backtest test)
    {
        var (own, holding) = (test.Metrics, test.BenchmarkMetrics);
        if (test.Result.FillCount == 0) return $"○ Never traded; holding made {Numbers.Percent(holding.AnnualReturnFraction)} a year.";
        var first = $"{(BeatsHolding(test) ? "✓ Beats" : "✕ Does not beat")} holding: {Numbers.Percent(own.AnnualReturnFraction)} a year against {Numbers.Percent(holding.AnnualReturnFraction)}";
        return double.IsNaN(own.Sharpe) ? $"{first}; returns do not vary." : $"{first}; Sharpe ratio {Sharpe(test)}: {Luck(test)}.";
    }

    /// <summary>The Sharpe ratio with its interval.</summary>
    public static string Sharpe(Backtest test) => double.IsNaN(test.Metrics.Sharpe)
        ? "– (returns do not vary)"
        : $"{Numbers.Ratio(test.Metrics.Sharpe)} ({Interval(test)})";

    /// <summary>The interval of the Sharpe ratio.</summary>
    public static string Interval(Backtest test) => $"{Numbers.Ratio(test.SharpeInterval.Low)} … {Numbers.Ratio(test.SharpeInterval.High)}";

    /// <summary>What was traded.</summary>
    public static string Title(Backtest test) => $"{test.Strategy.Name} on {Market(test)}";

    /// <summary>The market's name, without the folder and the ending of its file.</summary>
    public static string Market(Backtest test) => test.Market.Symbol.Contains(':', StringComparison.Ordinal) ? test.Market.Symbol : Path.GetFileNameWithoutExtension(test.Market.Symbol);

    /// <summary>Which bars were measured.</summary>
    public static string Span(Backtest test)
    {
        var window = test.Result.Window;
        return $"{Numbers.Date(window.Times[0])} … {Numbers.Date(window.Times[^1])}, N = {Numbers.Count(window.Count)} bars of {Length(window.Interval)}; the first {Numbers.Count(test.WarmUp)} of the file are warm-up";
    }

    /// <summary>When and at what costs it traded.</summary>
    public static string Execution(Backtest test)
    {
        var costs = test.Rules.Costs;
        var fee = costs.Tiers is null ? Numbers.BasisPoints(costs.FeeFraction * 1e4) : $"by tiers from {Numbers.BasisPoints(costs.Tiers.Steps[0].TakerFraction * 1e4)}";
        var timing = test.Rules.Timing == FillTiming.NextOpen ? "orders fill at the next open" : "orders fill at the same close";
        return $"{timing}{(test.Rules.LatencyBars > 0 ? $", {test.Rules.LatencyBars} bars later" : string.Empty)}; fee {fee}, half spread {Numbers.BasisPoints(costs.HalfSpreadFraction * 1e4)}, slippage {Numbers.BasisPoints(costs.SlippageFraction * 1e4)} a fill";
    }

    /// <summary>How much more it could cost.</summary>
    public static string BreakEven(Backtest test)
    {
        var costs = test.Rules.Costs;
        if (test.Result.FillCount == 0) return "no order, no costs";
        if (test.BreakEvenFactor is not { } factor) return test.Costs[0].TotalReturnFraction <= 0 ? "gains nothing without costs either" : $"gains at {CostStress.LargestFactor:0} times these costs still";
        var perFill = (costs.Tiers is null ? costs.FeeFraction : costs.Tiers.Steps[0].TakerFraction) + costs.HalfSpreadFraction + costs.SlippageFraction;
        return $"gains nothing at {Numbers.Ratio(factor)} times these costs{(perFill > 0 ? $", about {Numbers.BasisPoints(perFill * factor * 1e4)} a fill" : string.Empty)}";
    }

    /// <summary>The length of a bar.</summary>
    public static string Length(TimeSpan interval) => interval switch
    {
        { TotalDays: >= 1 } => $"{interval.TotalDays:0.##}\u00a0d",
        { TotalHours: >= 1 } => $"{interval.TotalHours:0.##}\u00a0h",
        _ => $"{interval.TotalMinutes:0.##}\u00a0min",
    };

    // One test, chosen before looking: a search over many would need the deflated ratio of a study.
    private static string Luck(Backtest test) => test.SharpeInterval.Low > 0 ? "zero skill ruled out at 95\u00a0%, if this is the only test" : test.SharpeInterval.High < 0 ? "worse than luck" : "zero skill not ruled out";
}
