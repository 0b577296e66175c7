using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Trend following: long when the fast exponential average crosses above the slow one, short (or flat) when it crosses below.</summary>
/// <remarks>As <see cref="SmaCross"/>, with averages that forget gradually.</remarks>
public struct EmaCross : IStrategy
{
    private readonly double _long, _short;
    private ExponentialMovingAverage _fast, _slow;
    private Crossing _crossing;
    private double _target;

    private EmaCross(ParameterValues values)
    {
        _fast = new(values.Integer("fast"));
        _slow = new(values.Integer("slow"));
        _crossing = new(Crossing.Rounding);
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<EmaCross>(
        "ema-cross",
        "Follows the trend: long when a fast exponential average crosses above a slow one, short or flat when it crosses below.",
        values => new(values),
        [
            new IntParameter("fast", "bars in the fast average", Low: 2, High: 100, Default: 20, Log: true),
            new IntParameter("slow", "bars in the slow average", Low: 5, High: 400, Default: 100, Log: true),
            Position.DirectionParameter,
            Position.SizeParameter,
        ],
        new ParameterConstraint("fast < slow", values => values.Number("fast") < values.Number("slow")));

    /// <inheritdoc/>
    public readonly int WarmUp => _slow.WarmUp + 1;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        _fast.Update(bar.Close);
        _slow.Update(bar.Close);
        if (!_slow.IsReady) return 0;

        var crossed = _crossing.Of(_fast.Value - _slow.Value, _slow.Value);
        if (crossed != 0) _target = crossed > 0 ? _long : _short;
        return _target;
    }
}
