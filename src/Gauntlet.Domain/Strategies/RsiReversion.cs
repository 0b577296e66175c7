using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Mean reversion: long once the relative strength index is below a low level, short (or flat) once it is above a high one; holds in between.</summary>
public struct RsiReversion : IStrategy
{
    private readonly double _low, _high, _long, _short;
    private RelativeStrengthIndex _rsi;
    private double _target;

    private RsiReversion(ParameterValues values)
    {
        _rsi = new(values.Integer("length"));
        _low = values.Number("low");
        _high = values.Number("high");
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<RsiReversion>(
        "rsi-reversion",
        "Bets on reversion: long when the relative strength index is low, short or flat when it is high.",
        values => new(values),
        [
            new IntParameter("length", "bars in Wilder's averages", Low: 2, High: 50, Default: 14, Log: true),
            new FloatParameter("low", "level below which it goes long, 0 to 100", Low: 5, High: 45, Default: 30, Step: 1),
            new FloatParameter("high", "level above which it goes short or flat, 0 to 100", Low: 55, High: 95, Default: 70, Step: 1),
            Position.DirectionParameter,
            Position.SizeParameter,
        ]);

    /// <inheritdoc/>
    public readonly int WarmUp => _rsi.WarmUp;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        _rsi.Update(bar.Close);
        if (!_rsi.IsReady) return 0;

        var value = _rsi.Value;
        if (value < _low) _target = _long;
        else if (value > _high) _target = _short;
        return _target;
    }
}
