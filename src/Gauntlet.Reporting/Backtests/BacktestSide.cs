using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Reporting.Backtests;

/// <summary>One side of a back-test, the strategy or holding, with what its figures are computed from.</summary>
public sealed record BacktestSide
{
    /// <summary>What it did.</summary>
    public required SimulationResult Result { get; init; }

    /// <summary>Its main figures.</summary>
    public required ReturnMetrics Metrics { get; init; }

    /// <summary>Simple returns a bar.</summary>
    public required double[] Returns { get; init; }

    /// <summary>Those of holding.</summary>
    public required double[] Holding { get; init; }

    /// <summary>Statistics of its closed round trips.</summary>
    public required TradeStatistics Trades { get; init; }

    /// <summary>Falls of its equity, in order.</summary>
    public required IReadOnlyList<DrawdownPeriod> Drawdowns { get; init; }

    /// <summary>Returns of its months.</summary>
    public required IReadOnlyList<MonthlyReturn> Months { get; init; }

    /// <summary>Bars a year.</summary>
    public double PerYear => Metrics.PeriodsPerYear;

    /// <summary>The strategy.</summary>
    public static BacktestSide OfStrategy(Backtest test) => Of(test.Result, test.Metrics, test.Benchmark.Returns());

    /// <summary>Holding.</summary>
    public static BacktestSide OfHolding(Backtest test) => Of(test.Benchmark, test.BenchmarkMetrics, test.Benchmark.Returns());

    private static BacktestSide Of(SimulationResult result, ReturnMetrics metrics, double[] holding) => new()
    {
        Result = result,
        Metrics = metrics,
        Returns = result.Returns(),
        Holding = holding,
        Trades = TradeStatistics.Of(result.Trades),
        Drawdowns = DrawdownPeriod.Of(result.StartingCash, result.Equity),
        Months = MonthlyReturn.Of(result.Window.Times, result.StartingCash, result.Equity),
    };
}
