using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Simulates strategies over several markets with one cash, or with orders of their own.</summary>
public static class PortfolioSimulator
{
    /// <summary>Runs a strategy of weights. Under <see cref="Sizing.AtFill"/> all markets are sized by the equity at the open, sales before purchases.</summary>
    /// <param name="strategy">A fresh strategy.</param>
    /// <param name="markets">The markets, at least one; their orders are sent in this order.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="actions">Splits and dividends that the bars are not adjusted for. Default none.</param>
    /// <exception cref="InvalidInputException">No market, rules out of range, or weights whose absolute sum exceeds the leverage.</exception>
    public static PortfolioResult Run<TStrategy>(TStrategy strategy, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IEnumerable<CorporateAction>? actions = null)
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
    public static PortfolioResult RunOrders<TStrategy>(TStrategy strategy, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IEnumerable<CorporateAction>? actions = null)
        where TStrategy : IOrderStrategy
    {
        OrderDesk? desk = null;
        return Run(markets, rules, actions, (feed, exchange) => strategy.OnBars(feed.Slice, desk ??= new(exchange)));
    }

    private static PortfolioResult Run(IReadOnlyList<BarSeries> markets, ExecutionRules rules, IEnumerable<CorporateAction>? actions, Action<MarketFeed, Exchange> decide)
    {
        if (markets.Count == 0) throw new InvalidInputException("markets", "0", "There is no market. Give at least one.");
        var exchange = new Exchange(markets.Count, rules, actions);
        var feed = new MarketFeed(markets);
        var times = new List<DateTime>();
        var equity = new List<double>();
        while (feed.Next())
        {
            exchange.Begin(feed.Time, feed.Bars, feed.Fresh);
            decide(feed, exchange);
            exchange.End();
            times.Add(feed.Time);
            equity.Add(exchange.Equity);
        }

        exchange.Finish();
        return PortfolioResult.Of([.. markets.Select(market => market.Symbol)], exchange, rules.StartingCash, times, equity);
    }
}
