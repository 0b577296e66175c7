using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Alignment;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Simulates strategies over several markets with one cash, or with orders of their own.</summary>
public static class PortfolioSimulator
{
    /// <summary>Runs a strategy of weights. Under <see cref="Sizing.AtFill"/> all markets are sized by the equity at the open, sales before purchases.</summary>
    /// <param name="strategy">A fresh strategy.</param>
    /// <param name="markets">The markets, at least one; their orders are sent in this order.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="actions">Of each market, in the same order: splits and dividends that its bars are not adjusted for. They happen before the open of their ex-date; a fraction of a lot is paid there. Default none.</param>
    /// <exception cref="InvalidInputException">Markets that <see cref="AlignedBars.Of"/> refuses, rules out of range, or weights whose absolute sum exceeds the leverage.</exception>
    public static PortfolioResult Run<TStrategy>(TStrategy strategy, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions = null)
        where TStrategy : struct, IPortfolioStrategy
    {
        var weights = new double[markets.Count];
        return Run(markets, rules, actions, Decide);

        void Decide(MarketFeed feed, Exchange exchange)
        {
            if (!strategy.OnBars(feed.Slice, weights)) return;
            var gross = weights.Sum(Math.Abs);
            if (!(gross <= rules.Leverage * (1 + 1e-9))) throw new InvalidInputException("weights", $"{gross}", $"Weights at {feed.Time:u} sum to {gross} of the equity, above the leverage of {rules.Leverage}. Give smaller weights or a larger leverage.");
            for (var i = 0; i < weights.Length; i++)
            {
                if (weights[i] != 0 || exchange.Markets[i].Position != 0) exchange.Steer(i, weights[i]);
            }
        }
    }

    /// <summary>Runs a strategy that sends its own orders.</summary>
    /// <inheritdoc cref="Run{TStrategy}"/>
    public static PortfolioResult RunOrders<TStrategy>(TStrategy strategy, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions = null)
        where TStrategy : IOrderStrategy
    {
        OrderDesk? desk = null;
        return Run(markets, rules, actions, (feed, exchange) => strategy.OnBars(feed.Slice, desk ??= new(exchange)));
    }

    private static PortfolioResult Run(IReadOnlyList<BarSeries> markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions, Action<MarketFeed, Exchange> decide)
    {
        var aligned = AlignedBars.Of(markets);
        var feed = new MarketFeed(aligned);
        var exchange = new Exchange(markets.Count, rules, actions);
        var times = new List<DateTime>();
        var equity = new List<double>();
        List<double>[] values = [.. markets.Select(_ => new List<double>())];
        while (feed.Next())
        {
            exchange.Begin(feed.Time, feed.Bars, feed.Fresh);
            decide(feed, exchange);
            exchange.End();
            times.Add(feed.Time);
            equity.Add(exchange.Equity);
            for (var i = 0; i < values.Length; i++) values[i].Add(exchange.Markets[i].Value);
        }

        exchange.Finish();
        return PortfolioResult.Of(aligned.Symbols, aligned.Calendar, exchange, rules.StartingCash, times, equity, values);
    }
}
