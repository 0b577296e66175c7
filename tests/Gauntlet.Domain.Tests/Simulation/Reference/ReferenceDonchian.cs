using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Reference;

/// <summary>Donchian channels with a fixed stop of average true ranges as vectors/backtests states them.</summary>
internal struct ReferenceDonchian(int entry, int exit, int range, double width, bool shorts, double weight) : IExitStrategy
{
    private readonly List<Bar> _bars = [];
    private AverageTrueRange _range = new(range);
    private double _stop = double.NaN;

    public readonly int WarmUp => entry + 1;

    public Wish OnBar(in Bar bar, in Holding holding)
    {
        var before = _bars.ToList();
        _bars.Add(bar);
        _range.Update(bar);
        if (before.Count < entry || !_range.IsReady) return Wish.Flat;

        double High(int bars) => before.Skip(before.Count - bars).Max(one => one.High);
        double Low(int bars) => before.Skip(before.Count - bars).Min(one => one.Low);
        if (holding.Quantity > 0) return bar.Close < Low(exit) ? Wish.Flat : new(weight, _stop);
        if (holding.Quantity < 0) return bar.Close > High(exit) ? Wish.Flat : new(-weight, _stop);
        if (bar.Close > High(entry)) return new(weight, _stop = bar.Close - (width * _range.Value));
        if (shorts && bar.Close < Low(entry)) return new(-weight, _stop = bar.Close + (width * _range.Value));
        return Wish.Flat;
    }
}
