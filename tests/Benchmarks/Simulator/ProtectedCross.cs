using System.Runtime.CompilerServices;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Two moving averages with a stop at a share of the entry price; stopped out, it waits for the next crossing.</summary>
internal struct ProtectedCross(int fast, int slow, double stop) : IExitStrategy
{
    private SimpleMovingAverage _fast = new(fast), _slow = new(slow);
    private int _side, _target, _seen;
    private bool _held;

    public readonly int WarmUp => slow + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wish OnBar(in Bar bar, in Holding holding)
    {
        _fast.Update(bar.Close);
        _slow.Update(bar.Close);
        if (!_slow.IsReady) return Wish.Flat;

        var now = Math.Sign(_fast.Value - _slow.Value);
        if (_held && holding.Quantity == 0) _target = 0;
        var turned = _seen > 0 && now != 0 && now != _side && now != _target;
        if (turned) _target = now;
        _side = now;
        _seen = 1;
        _held = holding.Quantity != 0;
        return new(_target, turned || !_held ? double.NaN : holding.EntryPrice * (1 - (_target * stop)));
    }
}
