using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>One back-test with what has to stand beside it: holding over the same bars, an interval of its Sharpe ratio, and the same at other costs.</summary>
/// <remarks>The first bars only warm the strategy up; nothing of them is measured, of neither side.</remarks>
public sealed record Backtest
{
    private const double Confidence = 1.959963984540054;
    private static readonly double[] Factors = [0, 1, 2, 4];

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

    /// <summary>95 % interval of the annual Sharpe ratio, of returns that need not be normal; NaN where they do not vary.</summary>
    public (double Low, double High) SharpeInterval
    {
        get
        {
            var half = Metrics.Moments.Count < 2 ? double.NaN : Confidence * SharpeStandardError.Of(Metrics.SharpePerPeriod, Metrics.Moments) * Math.Sqrt(Metrics.PeriodsPerYear);
            return (Metrics.Sharpe - half, Metrics.Sharpe + half);
        }
    }

    /// <summary>Runs everything.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="given">Some or all of its parameters; the rest takes its defaults.</param>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <exception cref="InvalidInputException">Parameters or rules out of range, or a market too short for the warm-up.</exception>
    public static Backtest Run(StrategyDefinition strategy, ParameterValues given, BarSeries bars, ExecutionRules rules)
    {
        var values = strategy.Parameters.Bind(given);
        var warmUp = strategy.WarmUp(values);
        if (bars.Count < warmUp + 2)
        {
            throw new InvalidInputException("bars", $"{bars.Count}", $"{bars.Symbol} has {bars.Count} bars, and {strategy.Name} with {values} needs {warmUp} to warm up and 2 to trade. Give at least {warmUp + 2} bars or smaller lengths.");
        }

        var result = strategy.Run(values, bars, rules, warmUp);
        var benchmark = Simulator.BuyAndHold(bars, rules, warmUp);
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
            Costs = [.. Factors.Select(factor => CostStress.At(factor, strategy, values, bars, rules, warmUp))],
            BreakEvenFactor = CostStress.BreakEven(strategy, values, bars, rules, warmUp),
        };
    }
}
