using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>One back-test with what has to stand beside it: holding over the same bars, an interval of its Sharpe ratio, and the same at other costs.</summary>
/// <remarks>The first bars only warm the strategy up; nothing of them is measured, of neither side.</remarks>
public sealed record Backtest
{
    /// <summary>What was traded.</summary>
    public required StrategyDefinition Strategy { get; init; }

    /// <summary>Every parameter of it.</summary>
    public required ParameterValues Parameters { get; init; }

    /// <summary>Cash, costs and limits.</summary>
    public required ExecutionRules Rules { get; init; }

    /// <summary>All bars, those of the warm-up too.</summary>
    public required BarSeries Market { get; init; }

    /// <summary>Bars before the first that was measured.</summary>
    public required int WarmUp { get; init; }

    /// <summary>What the strategy did.</summary>
    public required SimulationResult Result { get; init; }

    /// <summary>Buy and hold over the same bars by the same rules.</summary>
    public required SimulationResult Benchmark { get; init; }

    /// <summary>Figures of the strategy.</summary>
    public required ReturnMetrics Metrics { get; init; }

    /// <summary>Figures of holding.</summary>
    public required ReturnMetrics BenchmarkMetrics { get; init; }

    /// <summary>The strategy at no costs, at those of the rules, at twice and at four times them.</summary>
    public required IReadOnlyList<CostStress> Costs { get; init; }

    /// <summary>Factor of the costs at which nothing is gained any more; null where there is none up to <see cref="CostStress.LargestFactor"/>.</summary>
    public required double? BreakEvenFactor { get; init; }

    /// <summary>First bar of the window that counts as unseen when the strategy was chosen; null where nobody said.</summary>
    public int? OutOfSample { get; init; }

    /// <summary>Where the account could have gone from there on; null without a boundary or with too few bars on one side of it.</summary>
    public Cone? Cone { get; init; }

    /// <summary>95 % interval of the annual Sharpe ratio, of returns that need not be normal; NaN where they do not vary.</summary>
    public (double Low, double High) SharpeInterval => SharpeBand.Of(Metrics);

    /// <summary>Runs everything.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="given">Some or all of its parameters; the rest takes its defaults.</param>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="outOfSample">From this time on, UTC, the bars count as unseen when the strategy was chosen; null (the default) for no such time.</param>
    /// <exception cref="InvalidInputException">Parameters or rules out of range, a market too short for the warm-up, or a boundary outside of what is measured.</exception>
    public static Backtest Run(StrategyDefinition strategy, ParameterValues given, BarSeries bars, ExecutionRules rules, DateTime? outOfSample = null)
    {
        var values = strategy.Parameters.Bind(given);
        var warmUp = strategy.WarmUp(values);
        if (bars.Count < warmUp + 2)
        {
            throw new InvalidInputException("bars", $"{bars.Count}", $"{bars.Symbol} has {bars.Count} bars, and {strategy.Name} with {values} needs {warmUp} to warm up and 2 to trade. Give at least {warmUp + 2} bars or smaller lengths.");
        }

        var result = strategy.Run(values, bars, rules, warmUp);
        var benchmark = Simulator.BuyAndHold(bars, rules, warmUp);
        var boundary = outOfSample is { } time ? Boundary(result.Window, time) : (int?)null;
        return new()
        {
            Strategy = strategy,
            Parameters = values,
            Rules = rules,
            Market = bars,
            WarmUp = warmUp,
            Result = result,
            Benchmark = benchmark,
            Metrics = ReturnMetrics.Of(result),
            BenchmarkMetrics = ReturnMetrics.Of(benchmark),
            Costs = [.. CostStress.Factors.Select(factor => CostStress.At(factor, rules, Figures))],
            BreakEvenFactor = CostStress.BreakEven(rules, Figures),
            OutOfSample = boundary,
            Cone = boundary is { } start ? Cone.Of(result.Returns(), start) : null,
        };

        ReturnMetrics Figures(ExecutionRules other) => ReturnMetrics.Of(strategy.Run(values, bars, other, warmUp));
    }

    private static int Boundary(BarSeries window, DateTime time)
    {
        var found = window.Times.BinarySearch(time);
        var index = found < 0 ? ~found : found;
        return index > 0 && index < window.Count
            ? index
            : throw new InvalidInputException("outOfSample", $"{time:yyyy-MM-dd}", $"The out-of-sample day {time:yyyy-MM-dd} lies outside of what is measured, {window.Times[0]:yyyy-MM-dd} to {window.Times[^1]:yyyy-MM-dd}. Give a day inside.");
    }
}
