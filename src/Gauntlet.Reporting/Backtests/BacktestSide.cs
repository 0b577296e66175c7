using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Reporting.Backtests;

/// <summary>One side of a back-test, the strategy or holding, with what its figures are computed from.</summary>
public sealed record BacktestSide
{
    /// <summary>Opening times of the bars, UTC.</summary>
    public required IReadOnlyList<DateTime> Times { get; init; }

    /// <summary>Equity before the first bar.</summary>
    public required double StartingCash { get; init; }

    /// <summary>Equity at each close, in money.</summary>
    public required double[] Equity { get; init; }

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

    /// <summary>Number of fills.</summary>
    public required int FillCount { get; init; }

    /// <summary>All fees, in money.</summary>
    public required double Fees { get; init; }

    /// <summary>Bars a year.</summary>
    public double PerYear => Metrics.PeriodsPerYear;

    /// <summary>Value of one unit invested at the start, at each close.</summary>
    public double[] Growth => [.. Equity.Select(value => value / StartingCash)];

    /// <summary>How far equity is below its highest so far, at each close; not above 0.</summary>
    public double[] Depths => [.. DrawdownPeriod.Underwater(StartingCash, Equity).Select(depth => -depth)];

    internal static BacktestSide Of(SimulationResult result, ReturnMetrics metrics, double[] holding) =>
        Of(result.Window.Times.ToArray(), result.StartingCash, result.Equity.ToArray(), metrics, holding, result.Trades, result.FillCount, result.Fees);

    internal static BacktestSide Of(PortfolioResult result, ReturnMetrics metrics, double[] holding) =>
        Of([.. result.Times], result.StartingCash, [.. result.Equity], metrics, holding, [.. result.Trades.SelectMany(trades => trades)], result.Fills.Count, (double)result.Fees);

    /// <summary>Simple returns of an equity curve; 0 where the equity before was not positive.</summary>
    internal static double[] ReturnsOf(double start, IReadOnlyList<double> equity) =>
        [.. equity.Select((value, i) => (i == 0 ? start : equity[i - 1]) is > 0 and var before ? (value / before) - 1 : 0)];

    private static BacktestSide Of(DateTime[] times, double start, double[] equity, ReturnMetrics metrics, double[] holding, IReadOnlyList<Trade> trades, int fills, double fees) => new()
    {
        Times = times,
        StartingCash = start,
        Equity = equity,
        Metrics = metrics,
        Returns = ReturnsOf(start, equity),
        Holding = holding,
        Trades = TradeStatistics.Of(trades),
        Drawdowns = DrawdownPeriod.Of(start, equity),
        Months = MonthlyReturn.Of(times, start, equity),
        FillCount = fills,
        Fees = fees,
    };
}
