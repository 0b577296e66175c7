using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Domain.Strategies;
using Gauntlet.Host.Composition;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Host.Backtests;

/// <summary>The document of <c>backtest --json</c>. Fractions and money at full precision; null where a figure does not exist.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Parameters">Every parameter.</param>
/// <param name="Market">What was traded.</param>
/// <param name="Rules">Rules of execution.</param>
/// <param name="Sentence">The finding in words.</param>
/// <param name="BeatsHolding">Whether it earned more a year than holding.</param>
/// <param name="SharpeInterval">95 % interval of the annual Sharpe ratio; null where returns do not vary.</param>
/// <param name="Metrics">Figures of the strategy by name.</param>
/// <param name="Holding">Figures of holding by name.</param>
/// <param name="Costs">The same at other costs.</param>
/// <param name="BreakEvenCostFactor">Factor of the costs at which nothing is gained any more.</param>
/// <param name="Drawdowns">The ten deepest drawdowns.</param>
/// <param name="Months">Returns of calendar months.</param>
/// <param name="Trades">Round trips in order.</param>
/// <param name="Equity">Equity at each close of the window.</param>
/// <param name="CodeVersion">Version of the code.</param>
internal sealed record BacktestDocument(
    string Strategy,
    ParameterValues Parameters,
    MarketPart Market,
    ExecutionRules Rules,
    string Sentence,
    bool BeatsHolding,
    IReadOnlyList<double>? SharpeInterval,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, double?> Holding,
    IReadOnlyList<CostPart> Costs,
    double? BreakEvenCostFactor,
    IReadOnlyList<DrawdownPart> Drawdowns,
    IReadOnlyList<MonthlyReturn> Months,
    IReadOnlyList<TradePart> Trades,
    IReadOnlyList<EquityPart> Equity,
    string CodeVersion)
{
    private const int Deepest = 10;

    public static BacktestDocument Of(Backtest test)
    {
        var window = test.Result.Window;
        var (own, holding) = (BacktestSide.OfStrategy(test), BacktestSide.OfHolding(test));
        var (low, high) = test.SharpeInterval;
        return new(
            test.Strategy.Name,
            test.Parameters,
            new(test.Market.Symbol, test.Market.ContentHash, test.Market.Count, test.WarmUp, window.Times[0], window.Times[^1], (int)window.Interval.TotalSeconds, window.Calendar.PeriodsPerYear),
            test.Rules,
            BacktestText.Sentence(test),
            BacktestText.BeatsHolding(test),
            double.IsFinite(low) ? [low, high] : null,
            Figures(own, forHolding: false),
            Figures(holding, forHolding: true),
            [.. test.Costs.Select(cost => new CostPart(cost.Factor, cost.TotalReturnFraction, cost.AnnualReturnFraction, Known(cost.Sharpe)))],
            test.BreakEvenFactor,
            [.. own.Drawdowns.OrderByDescending(fall => fall.DepthFraction).Take(Deepest).Select(fall => Part(fall, window.Times))],
            own.Months,
            [.. test.Result.Trades.Select(trade => new TradePart(trade.EntryTime, Known(trade.EntryPrice), trade.ExitTime, Known(trade.ExitPrice), trade.Quantity, trade.Fees, trade.ProfitAndLoss, trade.IsOpen ? null : trade.Exit))],
            Points(test),
            Composition.CodeVersion.Current);
    }

    private static SortedDictionary<string, double?> Figures(BacktestSide side, bool forHolding) =>
        new(BacktestMetrics.All.Where(metric => !forHolding || metric.OfHolding).ToDictionary(metric => metric.Key, metric => Known(metric.Of(side)), StringComparer.Ordinal), StringComparer.Ordinal);

    private static DrawdownPart Part(DrawdownPeriod fall, ReadOnlySpan<DateTime> times) =>
        new(fall.DepthFraction, times[Math.Max(0, fall.Peak)], times[fall.Trough], fall.Recovery is { } back ? times[back] : null, fall.Periods);

    private static EquityPart[] Points(Backtest test)
    {
        var points = new EquityPart[test.Result.Equity.Length];
        for (var i = 0; i < points.Length; i++) points[i] = new(test.Result.Window.Times[i], test.Result.Equity[i], test.Benchmark.Equity[i]);
        return points;
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>The market of the document.</summary>
internal sealed record MarketPart(string Name, string DataHash, int Bars, int WarmUpBars, DateTime From, DateTime To, int BarSeconds, double BarsPerYear);

/// <summary>A row of the cost stress.</summary>
internal sealed record CostPart(double Factor, double TotalReturnFraction, double AnnualReturnFraction, double? Sharpe);

/// <summary>A drawdown.</summary>
internal sealed record DrawdownPart(double DepthFraction, DateTime Peak, DateTime Trough, DateTime? Recovery, int Bars);

/// <summary>A round trip; what is open has no exit.</summary>
internal sealed record TradePart(DateTime EntryTime, double? EntryPrice, DateTime? ExitTime, double? ExitPrice, double Quantity, double Fees, double ProfitAndLoss, FillReason? Exit);

/// <summary>Equity at a close.</summary>
internal sealed record EquityPart(DateTime Time, double Equity, double Holding);
