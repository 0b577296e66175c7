using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Reporting.Backtests;

/// <summary>What a page, a screen or a document tells of a back-test, of one market or of several.</summary>
public sealed record BacktestFacts
{
    /// <summary>Name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Every parameter of it.</summary>
    public required ParameterValues Parameters { get; init; }

    /// <summary>Cash, costs and limits.</summary>
    public required ExecutionRules Rules { get; init; }

    /// <summary>What was traded, in the order given.</summary>
    public required IReadOnlyList<BarSeries> Markets { get; init; }

    /// <summary>Bars of the file before the first that was measured.</summary>
    public required int WarmUp { get; init; }

    /// <summary>The strategy.</summary>
    public required BacktestSide Own { get; init; }

    /// <summary>What it is compared with.</summary>
    public required BacktestSide Holding { get; init; }

    /// <summary>What it is compared with, in words: <c>holding</c>.</summary>
    public required string HoldingName { get; init; }

    /// <summary>95 % interval of the annual Sharpe ratio; NaN where returns do not vary.</summary>
    public required (double Low, double High) SharpeInterval { get; init; }

    /// <summary>The same at other costs.</summary>
    public required IReadOnlyList<CostStress> Costs { get; init; }

    /// <summary>Factor of the costs at which nothing is gained any more; null for none.</summary>
    public required double? BreakEvenFactor { get; init; }

    /// <summary>Round trips by market.</summary>
    public required IReadOnlyList<IReadOnlyList<Trade>> Trades { get; init; }

    /// <summary>First bar that counts as unseen when the strategy was chosen; null where nobody said.</summary>
    public int? OutOfSample { get; init; }

    /// <summary>Where the account could have gone from there on.</summary>
    public Cone? Cone { get; init; }

    /// <summary>All round trips.</summary>
    public IEnumerable<Trade> AllTrades => Trades.SelectMany(trades => trades);

    /// <summary>Whether the strategy earned more a year than holding.</summary>
    public bool BeatsHolding => Own.Metrics.AnnualReturnFraction > Holding.Metrics.AnnualReturnFraction;

    /// <summary>Whether it did nothing but hold.</summary>
    public bool IsHolding => Own.Equity.AsSpan().SequenceEqual(Holding.Equity);

    /// <summary>The facts of a back-test of one market.</summary>
    public static BacktestFacts Of(Backtest test)
    {
        var holding = test.Benchmark.Returns();
        return new()
        {
            Strategy = test.Strategy.Name,
            Parameters = test.Parameters,
            Rules = test.Rules,
            Markets = [test.Market],
            WarmUp = test.WarmUp,
            Own = BacktestSide.Of(test.Result, test.Metrics, holding),
            Holding = BacktestSide.Of(test.Benchmark, test.BenchmarkMetrics, holding),
            HoldingName = "holding",
            SharpeInterval = test.SharpeInterval,
            Costs = test.Costs,
            BreakEvenFactor = test.BreakEvenFactor,
            Trades = [test.Result.Trades],
            OutOfSample = test.OutOfSample,
            Cone = test.Cone,
        };
    }

    /// <summary>The facts of a back-test of several markets.</summary>
    public static BacktestFacts Of(PortfolioBacktest test)
    {
        var holding = BacktestSide.ReturnsOf(test.Benchmark.StartingCash, test.Benchmark.Equity);
        return new()
        {
            Strategy = test.Strategy.Name,
            Parameters = test.Parameters,
            Rules = test.Rules,
            Markets = test.Markets,
            WarmUp = 0,
            Own = BacktestSide.Of(test.Result, test.Metrics, holding),
            Holding = BacktestSide.Of(test.Benchmark, test.BenchmarkMetrics, holding),
            HoldingName = "holding all in equal parts",
            SharpeInterval = test.SharpeInterval,
            Costs = test.Costs,
            BreakEvenFactor = test.BreakEvenFactor,
            Trades = test.Result.Trades,
        };
    }
}
