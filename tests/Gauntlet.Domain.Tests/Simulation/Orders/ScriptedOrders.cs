using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>Orders sent at named closes of one market, a bar a day from a Monday on.</summary>
internal static class ScriptedOrders
{
    public static readonly DateTime Monday = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>No costs at all and a thousand in cash.</summary>
    public static readonly ExecutionRules Free = new() { StartingCash = 1000, Costs = Costs.None };

    public static PortfolioResult Run(BarSeries bars, ExecutionRules rules, params (int Close, Order Order)[] orders) =>
        PortfolioSimulator.RunOrders(new Sender(orders), [bars], rules);

    /// <summary>Fills as bar, quantity and price.</summary>
    public static IReadOnlyList<(int Bar, double Quantity, double Price)> Fills(this PortfolioResult result) =>
        [.. result.Fills.Select(fill => (fill.Step, fill.Fill.Quantity, Math.Round(fill.Fill.Price, 9)))];

    /// <summary>Bars of open, high, low and close, with a volume of a hundred.</summary>
    public static BarSeries Bars(params (double Open, double High, double Low, double Close)[] rows) => Bars(TimeSpan.FromDays(1), rows);

    public static BarSeries Bars(TimeSpan distance, params (double Open, double High, double Low, double Close)[] rows) => new(
        "m", distance, [.. rows.Select((_, i) => Monday + (i * distance))], [.. rows.Select(row => row.Open)], [.. rows.Select(row => row.High)],
        [.. rows.Select(row => row.Low)], [.. rows.Select(row => row.Close)], [.. rows.Select(_ => 100.0)]);

    /// <summary>Bars that stand still at each price.</summary>
    public static BarSeries Flat(params double[] prices) => Bars([.. prices.Select(price => (price, price, price, price))]);

    private sealed class Sender((int Close, Order Order)[] orders) : IOrderStrategy
    {
        private int _close = -1;

        public void OnBars(in MarketSlice slice, OrderDesk desk)
        {
            _close++;
            foreach (var (close, order) in orders)
            {
                if (close == _close) desk.Send(order);
            }
        }
    }
}
