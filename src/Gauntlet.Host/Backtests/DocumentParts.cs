using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Host.Backtests;

/// <summary>A row of the cost stress.</summary>
internal sealed record CostPart(double Factor, double TotalReturnFraction, double AnnualReturnFraction, double? Sharpe)
{
    public static CostPart Of(CostStress cost) => new(cost.Factor, cost.TotalReturnFraction, cost.AnnualReturnFraction, Figures.Known(cost.Sharpe));
}

/// <summary>A drawdown.</summary>
internal sealed record DrawdownPart(double DepthFraction, DateTime Peak, DateTime Trough, DateTime? Recovery, int Bars)
{
    private const int Deepest = 10;

    /// <summary>The deepest of an account.</summary>
    public static IReadOnlyList<DrawdownPart> Of(BacktestSide side) => [.. side.Drawdowns.OrderByDescending(fall => fall.DepthFraction).Take(Deepest).Select(fall => Of(fall, side.Times))];

    private static DrawdownPart Of(DrawdownPeriod fall, IReadOnlyList<DateTime> times) =>
        new(fall.DepthFraction, times[Math.Max(0, fall.Peak)], times[fall.Trough], fall.Recovery is { } back ? times[back] : null, fall.Periods);
}

/// <summary>A round trip; what is open has no exit.</summary>
internal sealed record TradePart(DateTime EntryTime, double? EntryPrice, DateTime? ExitTime, double? ExitPrice, double Quantity, double Fees, double ProfitAndLoss, FillReason? Exit)
{
    public static TradePart Of(Trade trade) =>
        new(trade.EntryTime, Figures.Known(trade.EntryPrice), trade.ExitTime, Figures.Known(trade.ExitPrice), trade.Quantity, trade.Fees, trade.ProfitAndLoss, trade.IsOpen ? null : trade.Exit);
}

/// <summary>Equity at a close.</summary>
internal sealed record EquityPart(DateTime Time, double Equity, double Holding)
{
    public static IReadOnlyList<EquityPart> Of(BacktestFacts facts) => [.. facts.Own.Times.Select((time, i) => new EquityPart(time, facts.Own.Equity[i], facts.Holding.Equity[i]))];
}

/// <summary>How the account did after the boundary, beside paths drawn from its past.</summary>
internal sealed record OutOfSamplePart(DateTime From, double? RankFraction)
{
    public static OutOfSamplePart? Of(BacktestFacts facts) => facts.OutOfSample is { } start ? new(facts.Own.Times[start], facts.Cone?.Rank) : null;
}

/// <summary>All figures by name; null where one does not exist.</summary>
internal static class Figures
{
    public static SortedDictionary<string, double?> OfStrategy(BacktestFacts facts) => Of(facts.Own, BacktestMetrics.All);

    public static SortedDictionary<string, double?> OfHolding(BacktestFacts facts) => Of(facts.Holding, BacktestMetrics.All.Where(metric => metric.OfHolding));

    public static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static SortedDictionary<string, double?> Of(BacktestSide side, IEnumerable<BacktestMetric> metrics) =>
        new(metrics.ToDictionary(metric => metric.Key, metric => Known(metric.Of(side)), StringComparer.Ordinal), StringComparer.Ordinal);
}
