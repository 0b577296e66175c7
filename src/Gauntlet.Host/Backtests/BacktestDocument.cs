using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Domain.Strategies;
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
/// <param name="OutOfSample">How it did after the day named; null without one.</param>
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
    OutOfSamplePart? OutOfSample,
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
    public static BacktestDocument Of(BacktestFacts facts)
    {
        var (market, own) = (facts.Markets[0], facts.Own);
        return new(
            facts.Strategy,
            facts.Parameters,
            new(market.Symbol, market.ContentHash, market.Count, facts.WarmUp, own.Times[0], own.Times[^1], (int)market.Interval.TotalSeconds, market.Calendar.PeriodsPerYear),
            facts.Rules,
            BacktestText.Sentence(facts),
            facts.BeatsHolding,
            Interval(facts),
            OutOfSamplePart.Of(facts),
            Figures.OfStrategy(facts),
            Figures.OfHolding(facts),
            [.. facts.Costs.Select(CostPart.Of)],
            facts.BreakEvenFactor,
            DrawdownPart.Of(own),
            own.Months,
            [.. facts.AllTrades.Select(TradePart.Of)],
            EquityPart.Of(facts),
            Composition.CodeVersion.Current);
    }

    /// <summary>The interval of the Sharpe ratio; null where returns do not vary.</summary>
    public static IReadOnlyList<double>? Interval(BacktestFacts facts) => double.IsFinite(facts.SharpeInterval.Low) ? [facts.SharpeInterval.Low, facts.SharpeInterval.High] : null;
}

/// <summary>The market of the document.</summary>
internal sealed record MarketPart(string Name, string DataHash, int Bars, int WarmUpBars, DateTime From, DateTime To, int BarSeconds, double BarsPerYear);
