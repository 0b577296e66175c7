using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Domain.Strategies;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Host.Backtests;

/// <summary>The document of <c>portfolio --json</c>. Fractions and money at full precision; null where a figure does not exist.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Parameters">Every parameter.</param>
/// <param name="Markets">What was traded, and the round trips of each.</param>
/// <param name="Rules">Rules of execution.</param>
/// <param name="Sentence">The finding in words.</param>
/// <param name="BeatsHolding">Whether it earned more a year than holding all markets in equal parts.</param>
/// <param name="SharpeInterval">95 % interval of the annual Sharpe ratio; null where returns do not vary.</param>
/// <param name="Metrics">Figures of the strategy by name.</param>
/// <param name="Holding">Figures of holding by name.</param>
/// <param name="Costs">The same at other costs.</param>
/// <param name="BreakEvenCostFactor">Factor of the costs at which nothing is gained any more.</param>
/// <param name="Drawdowns">The ten deepest drawdowns.</param>
/// <param name="Months">Returns of calendar months.</param>
/// <param name="Equity">Equity at each close.</param>
/// <param name="CodeVersion">Version of the code.</param>
internal sealed record PortfolioDocument(
    string Strategy,
    ParameterValues Parameters,
    IReadOnlyList<PortfolioMarketPart> Markets,
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
    IReadOnlyList<EquityPart> Equity,
    string CodeVersion)
{
    public static PortfolioDocument Of(BacktestFacts facts) => new(
        facts.Strategy,
        facts.Parameters,
        [.. facts.Markets.Select((market, i) => new PortfolioMarketPart(market.Symbol, market.ContentHash, market.Count, [.. facts.Trades[i].Select(TradePart.Of)]))],
        facts.Rules,
        BacktestText.Sentence(facts),
        facts.BeatsHolding,
        BacktestDocument.Interval(facts),
        Figures.OfStrategy(facts),
        Figures.OfHolding(facts),
        [.. facts.Costs.Select(CostPart.Of)],
        facts.BreakEvenFactor,
        DrawdownPart.Of(facts.Own),
        facts.Own.Months,
        EquityPart.Of(facts),
        Composition.CodeVersion.Current);
}

/// <summary>A market of the document.</summary>
internal sealed record PortfolioMarketPart(string Name, string DataHash, int Bars, IReadOnlyList<TradePart> Trades);
