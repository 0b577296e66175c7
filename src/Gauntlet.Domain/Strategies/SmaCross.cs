using System.Runtime.CompilerServices;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Trend following: long when the fast moving average crosses above the slow one, short (or flat) when it crosses below.</summary>
/// <remarks>
/// A trend that already holds when the averages become defined is no crossing and gives no position. Averages closer than
/// 1e-9 of the price count as touching, so that rounding never decides.
/// </remarks>
public struct SmaCross : IStrategy
{
    private const double Touching = 1e-9;

    private readonly double _long, _short;
    private SimpleMovingAverage _fast, _slow;
    private int _side;
    private bool _comparable;
    private double _target;

    private SmaCross(ParameterValues values)
    {
        _fast = new(values.Integer("fast"));
        _slow = new(values.Integer("slow"));
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<SmaCross>(
        "sma-cross",
        "Follows the trend: long when a fast moving average crosses above a slow one, short or flat when it crosses below.",
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double OnBar(in Bar bar)
    {
        _fast.Update(bar.Close);
        _slow.Update(bar.Close);
        if (!_slow.IsReady) return 0;

        var slow = _slow.Value;
        var distance = _fast.Value - slow;
        var side = distance > Touching * slow ? 1 : distance < -Touching * slow ? -1 : 0;
        if (_comparable && side > 0 && _side <= 0) _target = _long;
        if (_comparable && side < 0 && _side >= 0) _target = _short;
        _side = side;
        _comparable = true;
        return _target;
    }
}
