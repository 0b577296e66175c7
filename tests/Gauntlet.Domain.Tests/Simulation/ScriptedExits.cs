using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>Wishes for given weights bar by bar, with a stop and a target near the close at which a position is wished for; stays out for five bars after one was hit.</summary>
internal struct ScriptedExits(params double[] weights) : IExitStrategy
{
    private int _next, _out;
    private double _held, _stop, _target;

    public readonly int WarmUp => 0;

    public Wish OnBar(in Bar bar, in Holding holding)
    {
        var weight = weights[Math.Min(_next++, weights.Length - 1)];
        if (_held != 0 && holding is { Quantity: 0, Bars: 0 } && _next > 2) _out = _out == 0 ? 5 : _out - 1;
        if (weight == 0 || _out > 1)
        {
            _held = 0;
            return Wish.Flat;
        }

        if (weight != _held)
        {
            _held = weight;
            _stop = bar.Close * (1 - (0.02 * Math.Sign(weight)));
            _target = bar.Close * (1 + (0.03 * Math.Sign(weight)));
        }

        return new(weight, _stop, _target);
    }
}
