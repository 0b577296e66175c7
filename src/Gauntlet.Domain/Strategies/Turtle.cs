using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Donchian's breakout as the turtles traded it: in beyond the channel of the bars before, out beyond a shorter one, with a stop some average true ranges from the signal.</summary>
/// <remarks>
/// The channels leave the bar itself out. A position is left before the other side is taken. The stop is fixed when the entry is signalled
/// and does not follow the price; a bar on which it was hit may already signal a new entry.
/// </remarks>
public struct Turtle : IExitStrategy
{
    private readonly double _long, _short, _multiple;
    private DonchianChannel _entry, _exit;
    private AverageTrueRange _range;
    private Wish _wish = Wish.Flat;

    private Turtle(ParameterValues values)
    {
        _entry = new(values.Integer("entry"));
        _exit = new(values.Integer("exit"));
        _range = new(values.Integer("atr"));
        _multiple = values.Number("stop");
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new ExitStrategyDefinition<Turtle>(
        "turtle",
        "Follows breakouts of Donchian's channel, leaves by a shorter one, and stops some average true ranges away.",
        values => new(values),
        [
            new IntParameter("entry", "bars of the channel to enter by", Low: 5, High: 200, Default: 20, Log: true),
            new IntParameter("exit", "bars of the channel to leave by", Low: 2, High: 100, Default: 10, Log: true),
            new IntParameter("atr", "bars in the average true range", Low: 2, High: 50, Default: 14, Log: true),
            new FloatParameter("stop", "distance of the stop, in average true ranges", Low: 0.5, High: 6, Default: 2, Step: 0.25),
            Position.DirectionParameter,
            Position.SizeParameter,
        ],
        new ParameterConstraint("exit <= entry", values => values.Number("exit") <= values.Number("entry")));

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_entry.WarmUp, _range.WarmUp) + 1;

    /// <inheritdoc/>
    public Wish OnBar(in Bar bar, in Holding holding)
    {
        var (entry, exit, known) = (_entry.Value, _exit.Value, _entry.IsReady);
        _entry.Update(bar);
        _exit.Update(bar);
        _range.Update(bar);
        if (!known || !_range.IsReady) return Wish.Flat;

        _wish = holding.Quantity == 0 ? Enter(bar.Close, entry) : Leaves(bar.Close, exit) ? Wish.Flat : _wish;
        return _wish;
    }

    private readonly Wish Enter(double close, in Bands channel)
    {
        if (close > channel.Upper) return new(_long, Stop: close - (_multiple * _range.Value));
        return close < channel.Lower && _short < 0 ? new(_short, Stop: close + (_multiple * _range.Value)) : Wish.Flat;
    }

    private readonly bool Leaves(double close, in Bands channel) => _wish.Weight > 0 ? close < channel.Lower : close > channel.Upper;
}
