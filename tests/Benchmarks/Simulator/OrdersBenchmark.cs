using System.Runtime.CompilerServices;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>A million bars with an order each: sized, limited to the cash, filled, with costs and round trips booked; the baseline is a loop that keeps cash and position alone.</summary>
internal sealed class OrdersBenchmark : IBenchmark
{
    private const int Orders = 1_000_000, Rounds = 20;
    private static readonly ExecutionRules Rules = new() { Costs = new(1e-6, 1e-6, 1e-6) };

    public string Name => "orders";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 1, Orders + 1).Series;
        var run = Domain.Simulation.Simulator.Run(default(Restless), bars, Rules);
        if (run.FillCount != Orders) throw new InvalidOperationException($"{run.FillCount} orders filled instead of {Orders}.");
        Clocked.RequireEqual(run.FinalEquity, Bare(bars));
        var (ours, bare) = Clocked.Best(Rounds, () => Domain.Simulation.Simulator.Run(default(Restless), bars, Rules), () => Bare(bars));
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("1 M orders", ours * 1e3, bare * 1e3, bare / ours, "ms")]);
    }

    private static double Bare(BarSeries bars)
    {
        var open = bars.Open;
        var close = bars.Close;
        var slip = Rules.Costs.HalfSpreadFraction + Rules.Costs.SlippageFraction;
        var fee = Rules.Costs.FeeFraction;
        double cash = Rules.StartingCash, position = 0, wished = 0, equity = cash;
        var strategy = default(Restless);
        for (var i = 0; i < close.Length; i++)
        {
            if (i > 0)
            {
                var price = open[i] * (1 + (Math.Sign(wished - position) * slip));
                var quantity = wished - position;
                cash -= (quantity * price) + (Math.Abs(quantity) * price * fee);
                position = wished;
            }

            equity = cash + (position * close[i]);
            wished = strategy.Next() * equity / close[i];
        }

        return equity;
    }

    // Nine sizes and then flat: an order at every bar, a round trip at every tenth.
    private struct Restless : IStrategy
    {
        private int _step;

        public readonly int WarmUp => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double OnBar(in Bar bar) => Next();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Next()
        {
            _step = _step == 10 ? 1 : _step + 1;
            return _step == 10 ? 0 : ((_step * 7 % 10) + 1) * 0.08;
        }
    }
}
