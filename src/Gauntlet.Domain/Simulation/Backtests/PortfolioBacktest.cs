using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>One back-test over several markets, beside holding all of them in equal parts from the beginning.</summary>
public sealed record PortfolioBacktest
{
    /// <summary>What was traded.</summary>
    public required PortfolioDefinition Strategy { get; init; }

    /// <summary>Every parameter of it.</summary>
    public required ParameterValues Parameters { get; init; }

    /// <summary>Cash, costs and limits.</summary>
    public required ExecutionRules Rules { get; init; }

    /// <summary>The markets, in the order given.</summary>
    public required IReadOnlyList<BarSeries> Markets { get; init; }

    /// <summary>What the strategy did.</summary>
    public required PortfolioResult Result { get; init; }

    /// <summary>Equal parts, bought once all markets have a bar, by the same rules.</summary>
    public required PortfolioResult Benchmark { get; init; }

    /// <summary>Figures of the strategy.</summary>
    public required ReturnMetrics Metrics { get; init; }

    /// <summary>Figures of holding.</summary>
    public required ReturnMetrics BenchmarkMetrics { get; init; }

    /// <summary>The strategy at no costs, at those of the rules, at twice and at four times them.</summary>
    public required IReadOnlyList<CostStress> Costs { get; init; }

    /// <summary>Factor of the costs at which nothing is gained any more; null where there is none up to <see cref="CostStress.LargestFactor"/>.</summary>
    public required double? BreakEvenFactor { get; init; }

    /// <summary>95 % interval of the annual Sharpe ratio, of returns that need not be normal; NaN where they do not vary.</summary>
    public (double Low, double High) SharpeInterval => SharpeBand.Of(Metrics);

    /// <summary>Runs everything.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="given">Some or all of its parameters; the rest takes its defaults.</param>
    /// <param name="markets">The markets.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <exception cref="Input.InvalidInputException">Parameters or rules out of range, markets too few, too many or not to be aligned.</exception>
    public static PortfolioBacktest Run(PortfolioDefinition strategy, ParameterValues given, IReadOnlyList<BarSeries> markets, ExecutionRules rules)
    {
        var values = strategy.Parameters.Bind(given);
        var result = strategy.Run(values, markets, rules);
        var benchmark = EqualWeight.Definition.Run(ParameterValues.Empty.With("rebalance", "never"), markets, rules);
        return new()
        {
            Strategy = strategy,
            Parameters = values,
            Rules = rules,
            Markets = markets,
            Result = result,
            Benchmark = benchmark,
            Metrics = ReturnMetrics.Of(result),
            BenchmarkMetrics = ReturnMetrics.Of(benchmark),
            Costs = [.. CostStress.Factors.Select(factor => CostStress.At(factor, rules, Figures))],
            BreakEvenFactor = CostStress.BreakEven(rules, Figures),
        };

        ReturnMetrics Figures(ExecutionRules other) => ReturnMetrics.Of(strategy.Run(values, markets, other));
    }
}
