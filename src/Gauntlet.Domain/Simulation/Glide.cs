using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>The loop of a strategy without levels over a whole series: what <see cref="Engine{TPilot}"/> does, bar for bar, with the account asked only where an order changes it.</summary>
internal static class Glide
{
    public static SimulationResult Run<TStrategy>(TStrategy strategy, BarSeries bars, ExecutionRules rules, int start)
        where TStrategy : struct, IStrategy
    {
        // Apart from the account: no address of it is taken, so that its fields live in registers.
        var pilot = strategy;
        var account = new Account(rules, null);
        var equity = GC.AllocateUninitializedArray<double>(bars.Count - start);
        var barsInMarket = 0;
        var reader = new Reader(bars);
        for (var i = 0; i < start; i++)
        {
            var bar = reader[i];
            account.Prime(bar.Close, new(pilot.OnBar(bar)));
        }

        var (cash, position, weight, waiting) = (account.Cash, account.Position, account.Weight, account.IsWaiting);
        for (var i = 0; i < equity.Length; i++)
        {
            var bar = reader[start + i];
            if (waiting)
            {
                account.Open(bar);
                (cash, position, waiting) = (account.Cash, account.Position, account.IsWaiting);
            }

            var worth = cash + (position * bar.Close);
            var wish = pilot.OnBar(bar);
            if (wish != weight || worth <= 0)
            {
                account.Mark(bar);
                account.Decide(wish, bar.OpenTime);
                (cash, position, weight, waiting) = (account.Cash, account.Position, account.Weight, account.IsWaiting);
                worth = account.Equity;
            }

            equity[i] = worth;
            if (position != 0) barsInMarket++;
        }

        account.Mark(bars[^1]);
        return SimulationResult.Of(bars.Slice(start, equity.Length), rules, account, equity, barsInMarket);
    }

    // Columns of a series are of one length, so that one check of the index serves all; columns that a strategy does not look at are never read.
    private readonly ref struct Reader(BarSeries bars)
    {
        private readonly ReadOnlySpan<double> _close = bars.Close;
        private readonly ref DateTime _time = ref MemoryMarshal.GetReference(bars.Times);
        private readonly ref double _open = ref MemoryMarshal.GetReference(bars.Open);
        private readonly ref double _high = ref MemoryMarshal.GetReference(bars.High);
        private readonly ref double _low = ref MemoryMarshal.GetReference(bars.Low);
        private readonly ref double _volume = ref MemoryMarshal.GetReference(bars.Volume);

        public Bar this[int index]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => new(Unsafe.Add(ref _time, index), Unsafe.Add(ref _open, index), Unsafe.Add(ref _high, index), Unsafe.Add(ref _low, index), _close[index], Unsafe.Add(ref _volume, index));
        }
    }
}
