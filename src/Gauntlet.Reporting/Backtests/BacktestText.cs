using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;

namespace Gauntlet.Reporting.Backtests;

/// <summary>A back-test in words, written from its figures.</summary>
public static class BacktestText
{
    private const int NamedMarkets = 6;

    /// <summary>The finding in one sentence: against holding, and whether luck alone would do.</summary>
    public static string Sentence(BacktestFacts facts)
    {
        var (own, holding) = (facts.Own.Metrics, facts.Holding.Metrics);
        if (facts.Own.FillCount == 0) return $"○ Never traded; {facts.HoldingName} made {Numbers.Percent(holding.AnnualReturnFraction)} a year.";
        if (facts.IsHolding) return $"○ The same as {facts.HoldingName}: {Numbers.Percent(own.AnnualReturnFraction)} a year; Sharpe ratio {Sharpe(facts)}.";
        var first = $"{(facts.BeatsHolding ? "✓ Beats" : "✕ Does not beat")} {facts.HoldingName}: {Numbers.Percent(own.AnnualReturnFraction)} a year against {Numbers.Percent(holding.AnnualReturnFraction)}";
        return double.IsNaN(own.Sharpe) ? $"{first}; returns do not vary." : $"{first}; Sharpe ratio {Sharpe(facts)}: {Luck(facts)}.";
    }

    /// <summary>How the account did after the boundary, beside what its past promised; null without a cone.</summary>
    public static string? Unseen(BacktestFacts facts)
    {
        if (facts.OutOfSample is not { } start) return null;
        var day = Numbers.Date(facts.Own.Times[start]);
        return facts.Cone is { } cone
            ? $"Since {day} it did better than {Numbers.Percent(cone.Rank)} of 1,000 paths drawn from its returns before"
            : $"Since {day}: no cone, which takes {Cone.FewestBefore} bars before, {Cone.FewestAfter} after, and an account that was not ruined";
    }

    /// <summary>The Sharpe ratio with its interval.</summary>
    public static string Sharpe(BacktestFacts facts) => double.IsNaN(facts.Own.Metrics.Sharpe)
        ? "– (returns do not vary)"
        : $"{Numbers.Ratio(facts.Own.Metrics.Sharpe)} ({Interval(facts)})";

    /// <summary>The interval of the Sharpe ratio.</summary>
    public static string Interval(BacktestFacts facts) => $"{Numbers.Ratio(facts.SharpeInterval.Low)} … {Numbers.Ratio(facts.SharpeInterval.High)}";

    /// <summary>What was traded.</summary>
    public static string Title(BacktestFacts facts)
    {
        var names = string.Join(", ", facts.Markets.Take(NamedMarkets).Select(Market));
        return $"{facts.Strategy} on {names}{(facts.Markets.Count > NamedMarkets ? $" and {facts.Markets.Count - NamedMarkets} more" : string.Empty)}";
    }

    /// <summary>A market's name, without the folder and the ending of its file.</summary>
    public static string Market(BarSeries market) => market.Symbol.Contains(':', StringComparison.Ordinal) ? market.Symbol : Path.GetFileNameWithoutExtension(market.Symbol);

    /// <summary>Which bars were measured.</summary>
    public static string Span(BacktestFacts facts)
    {
        var times = facts.Own.Times;
        var rest = facts.Markets.Count > 1 ? "a market without a bar keeps its last price and does not trade" : $"the first {Numbers.Count(facts.WarmUp)} of the file are warm-up";
        return $"{Numbers.Date(times[0])} … {Numbers.Date(times[^1])}, N = {Numbers.Count(times.Count)} bars of {Length(facts.Markets[0].Interval)}; {rest}";
    }

    /// <summary>When and at what costs it traded.</summary>
    public static string Execution(ExecutionRules rules)
    {
        var costs = rules.Costs;
        var fee = costs.Tiers is null ? Numbers.BasisPoints(costs.FeeFraction * 1e4) : $"by tiers from {Numbers.BasisPoints(costs.Tiers.Steps[0].TakerFraction * 1e4)}";
        var timing = rules.Timing == FillTiming.NextOpen ? "orders fill at the next open" : "orders fill at the same close";
        return $"{timing}{(rules.LatencyBars > 0 ? $", {rules.LatencyBars} bars later" : string.Empty)}; fee {fee}, half spread {Numbers.BasisPoints(costs.HalfSpreadFraction * 1e4)}, slippage {Numbers.BasisPoints(costs.SlippageFraction * 1e4)} a fill";
    }

    /// <summary>How much more it could cost.</summary>
    public static string BreakEven(BacktestFacts facts)
    {
        var costs = facts.Rules.Costs;
        if (facts.Own.FillCount == 0) return "no order, no costs";
        if (facts.BreakEvenFactor is not { } factor) return facts.Costs[0].TotalReturnFraction <= 0 ? "gains nothing without costs either" : $"gains at {CostStress.LargestFactor:0} times these costs still";
        var perFill = (costs.Tiers is null ? costs.FeeFraction : costs.Tiers.Steps[0].TakerFraction) + costs.HalfSpreadFraction + costs.SlippageFraction;
        return $"break-even cost: gains nothing at {Numbers.Ratio(factor)} times these costs{(perFill > 0 ? $", about {Numbers.BasisPoints(perFill * factor * 1e4)} a fill" : string.Empty)}";
    }

    /// <summary>The length of a bar.</summary>
    public static string Length(TimeSpan interval) => interval switch
    {
        { TotalDays: >= 1 } => $"{interval.TotalDays:0.##}\u00a0d",
        { TotalHours: >= 1 } => $"{interval.TotalHours:0.##}\u00a0h",
        _ => $"{interval.TotalMinutes:0.##}\u00a0min",
    };

    // One test, chosen before looking: a search over many would need the deflated ratio of a study.
    private static string Luck(BacktestFacts facts) => facts.SharpeInterval.Low > 0 ? "zero skill ruled out at 95\u00a0%, if this is the only test" : facts.SharpeInterval.High < 0 ? "worse than luck" : "zero skill not ruled out";
}
