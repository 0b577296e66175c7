using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Host.Backtests;

/// <summary>The document of <c>portfolio --json</c>. Fractions and money at full precision; null where a figure does not exist.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Parameters">Every parameter.</param>
/// <param name="Markets">What was traded, and what each gave.</param>
/// <param name="Rules">Rules of execution.</param>
/// <param name="BeatsHolding">Whether it earned more a year than holding all markets in equal parts.</param>
/// <param name="Metrics">Figures of the strategy.</param>
/// <param name="Holding">Figures of holding.</param>
/// <param name="Equity">Equity at each close.</param>
/// <param name="CodeVersion">Version of the code.</param>
internal sealed record PortfolioDocument(
    string Strategy,
    ParameterValues Parameters,
    IReadOnlyList<PortfolioMarketPart> Markets,
    ExecutionRules Rules,
    bool BeatsHolding,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, double?> Holding,
    IReadOnlyList<EquityPart> Equity,
    string CodeVersion)
{
    public static PortfolioDocument Of(PortfolioBacktest test) => new(
        test.Strategy.Name,
        test.Parameters,
        [.. test.Markets.Select((market, i) => new PortfolioMarketPart(market.Symbol, market.ContentHash, market.Count, [.. test.Result.Trades[i].Select(Part)]))],
        test.Rules,
        test.Metrics.AnnualReturnFraction > test.BenchmarkMetrics.AnnualReturnFraction,
        Figures(test.Metrics),
        Figures(test.BenchmarkMetrics),
        [.. test.Result.Times.Select((time, i) => new EquityPart(time, test.Result.Equity[i], test.Benchmark.Equity[i]))],
        Composition.CodeVersion.Current);

    private static TradePart Part(Trade trade) =>
        new(trade.EntryTime, trade.EntryPrice, trade.ExitTime, double.IsFinite(trade.ExitPrice) ? trade.ExitPrice : null, trade.Quantity, trade.Fees, trade.ProfitAndLoss, trade.IsOpen ? null : trade.Exit);

    private static SortedDictionary<string, double?> Figures(ReturnMetrics metrics)
    {
        return new(StringComparer.Ordinal)
        {
            ["totalReturnFraction"] = metrics.TotalReturnFraction,
            ["annualReturnFraction"] = metrics.AnnualReturnFraction,
            ["annualVolatilityFraction"] = metrics.AnnualVolatilityFraction,
            ["maxDrawdownFraction"] = metrics.MaxDrawdownFraction,
            ["sharpe"] = Known(metrics.Sharpe),
            ["closedTrades"] = metrics.Trades,
            ["winRateFraction"] = Known(metrics.WinRateFraction),
            ["profitFactor"] = Known(metrics.ProfitFactor),
            ["exposureFraction"] = metrics.ExposureFraction,
            ["turnoverPerYear"] = metrics.TurnoverPerYear,
            ["feesFraction"] = metrics.FeesFraction,
        };

        static double? Known(double value) => double.IsFinite(value) ? value : null;
    }
}

/// <summary>A market of the document.</summary>
internal sealed record PortfolioMarketPart(string Name, string DataHash, int Bars, IReadOnlyList<TradePart> Trades);
