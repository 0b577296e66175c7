using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>A million bars with an order each: sized, limited to the cash, filled, with costs and round trips booked; the bare loop keeps cash and position alone.</summary>
public class OrderCases
{
    private const int Count = 1_000_000;
    private static readonly ExecutionRules Rules = new() { Costs = new(1e-6, 1e-6, 1e-6) };

    private BarSeries _bars = null!;

    [GlobalSetup]
    public void RequireEqual()
    {
        _bars = SyntheticMarket.Create(SyntheticKind.Noise, 1, Count + 1).Series;
        var run = Domain.Simulation.Simulator.Run(default(Restless), _bars, Rules);
        if (run.FillCount != Count) throw new InvalidOperationException($"{run.FillCount} orders filled instead of {Count}.");
        Clocked.RequireEqual(run.FinalEquity, OrdersBare());
    }

    [Benchmark]
    public double Orders() => Domain.Simulation.Simulator.Run(default(Restless), _bars, Rules).FinalEquity;

    [Benchmark]
    public double OrdersBare()
    {
        var open = _bars.Open;
        var close = _bars.Close;
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
