using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Momentum: long when the convergence and divergence of two averages crosses above its own average, short (or flat) when it crosses below.</summary>
/// <remarks>Appel (1979). Lines closer than 1e-9 of the price count as touching.</remarks>
public struct MacdSignal : IStrategy
{
    private readonly double _long, _short;
    private Macd _macd;
    private Crossing _crossing;
    private double _target;

    private MacdSignal(ParameterValues values)
    {
        _macd = new(values.Integer("fast"), values.Integer("slow"), values.Integer("signal"));
        _crossing = new(Crossing.Rounding);
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<MacdSignal>(
        "macd",
        "Follows momentum: long when the difference of two exponential averages crosses above its own average, short or flat when it crosses below.",
        values => new(values),
        [
            .. AveragePair.Lengths(12, 26),
            new IntParameter("signal", "differences in the signal's average", Low: 2, High: 100, Default: 9, Log: true),
            Position.DirectionParameter,
            Position.SizeParameter,
        ],
        AveragePair.Ordered);

    /// <inheritdoc/>
    public readonly int WarmUp => _macd.WarmUp + 1;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        _macd.Update(bar.Close);
        if (!_macd.IsReady) return 0;

        var crossed = _crossing.Of(_macd.Value.Histogram, bar.Close);
        if (crossed != 0) _target = crossed > 0 ? _long : _short;
        return _target;
    }
}
