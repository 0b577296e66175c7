using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Orders;

/// <summary>Random orders of every kind over two noisy markets, one of them with missing bars. A number is an order, so that a failing stream shrinks to few and small ones.</summary>
internal sealed record OrderStream(IReadOnlyList<BarSeries> Markets, ExecutionRules Rules, int[] Codes)
{
    private const int Steps = 24;

    public static OrderStream Of(ulong seed, int[] codes, Func<ExecutionRules, ExecutionRules>? adjust = null)
    {
        var random = new SeededRandom(seed);
        var rules = new ExecutionRules
        {
            StartingCash = 1000 * Math.Exp(3 * random.NextDouble()),
            LotSize = random.Next(3) switch { 0 => 1, 1 => 0.1, _ => 0 },
            TickSize = random.Next(2) * 0.01,
            MinimumNotional = random.Next(2) * 20,
            Costs = new Costs(0.005 * random.NextDouble(), 0.001, 0.001) { FeePerUnit = random.Next(2) * 0.01, MinimumFee = random.Next(2), VolumeShareImpact = random.Next(2) * 0.1, SquareRootImpact = random.Next(2) },
            Shortage = random.Next(2) == 0 ? Shortage.Reduce : Shortage.Reject,
            Leverage = 1 + random.Next(3),
            MaintenanceFraction = random.Next(2) * 0.2,
            LatencyBars = random.Next(3),
            ParticipationFraction = random.Next(2) * 0.3,
            Exits = random.Next(2) == 0 ? ExitStart.EntryBar : ExitStart.NextBar,
            Limits = random.Next(2) == 0 ? LimitFill.Touch : LimitFill.Cross,
            Timing = random.Next(4) == 0 ? FillTiming.SameClose : FillTiming.NextOpen,
        };
        return new([Noise(seed, 0), Noise(seed + 1, 5)], adjust?.Invoke(rules) ?? rules, codes);
    }

    public PortfolioResult Run() => PortfolioSimulator.RunOrders(new Sender(Codes, Markets, []), Markets, Rules);

    /// <summary>The run, and at every close cash, positions, and equity as the desk told them.</summary>
    public (PortfolioResult Result, List<(double Cash, double[] Positions, double Equity)> Closes) Watch()
    {
        var closes = new List<(double, double[], double)>();
        return (PortfolioSimulator.RunOrders(new Sender(Codes, Markets, closes), Markets, Rules), closes);
    }

    /// <summary>Last known closes at a step.</summary>
    public double[] ClosesAt(DateTime time) => [.. Markets.Select(market =>
    {
        var at = market.Times.BinarySearch(time);
        var index = at >= 0 ? at : ~at - 1;
        return index < 0 ? 0 : market.Close[index];
    })];

    private static BarSeries Noise(ulong seed, int gap)
    {
        var series = SyntheticMarket.Create(SyntheticKind.Noise, seed, Steps, TimeSpan.FromDays(1)).Series;
        var kept = Enumerable.Range(0, Steps).Where(i => gap == 0 || i == 0 || i % gap != 0).ToArray();
        return new($"M{gap}", series.Interval, [.. kept.Select(i => series.Times[i])], [.. kept.Select(i => series.Open[i])], [.. kept.Select(i => series.High[i])], [.. kept.Select(i => series.Low[i])], [.. kept.Select(i => series.Close[i])], [.. kept.Select(i => 100.0 + i)]);
    }

    private sealed class Sender(int[] codes, IReadOnlyList<BarSeries> markets, List<(double Cash, double[] Positions, double Equity)> closes) : IOrderStrategy
    {
        private int _step = -1;

        public void OnBars(in MarketSlice slice, OrderDesk desk)
        {
            _step++;
            closes.Add((desk.Cash, [.. markets.Select((_, i) => desk.Position(i))], desk.Equity));
            for (var i = 0; i < codes.Length; i++)
            {
                var code = (uint)codes[i];
                if ((i + code) % Steps != _step) continue;
                var market = (int)(code >> 5) % markets.Count;
                if (code % 11 == 0) desk.CancelAll();
                if (!double.IsNaN(slice[market].Close)) desk.Send(Order(code, market, slice[market].Close));
            }
        }

        private static Order Order(uint code, int market, double price)
        {
            var quantity = (1 + (code % 17)) * (code % 2 == 0 ? 1 : -1);
            var near = price * (1 + ((((code >> 3) % 9) - 4.0) / 200));
            var far = price * (1 + ((((code >> 7) % 9) - 4.0) / 200));
            return ((code >> 9) % 8) switch
            {
                0 => Gauntlet.Domain.Simulation.Orders.Order.LimitOrder(market, quantity, near),
                1 => Gauntlet.Domain.Simulation.Orders.Order.StopOrder(market, quantity, near),
                2 => Gauntlet.Domain.Simulation.Orders.Order.StopLimitOrder(market, quantity, near, far),
                3 => Gauntlet.Domain.Simulation.Orders.Order.TrailingOrder(market, quantity, 0.02 * price),
                4 => Gauntlet.Domain.Simulation.Orders.Order.OnClose(market, quantity),
                5 => new Order(market, quantity) { AttachedStop = price * (quantity > 0 ? 0.97 : 1.03), AttachedTarget = price * (quantity > 0 ? 1.03 : 0.97) },
                6 => new Order(market, quantity) { ReduceOnly = true },
                _ => new Order(market, quantity),
            };
        }
    }
}
