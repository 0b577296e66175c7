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
    private AverageCross<SimpleMovingAverage> _cross;

    private SmaCross(ParameterValues values) => _cross = new(new(values.Integer("fast")), new(values.Integer("slow")), values);

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<SmaCross>(
        "sma-cross",
        "Follows the trend: long when a fast moving average crosses above a slow one, short or flat when it crosses below.",
        values => new(values),
        [.. AveragePair.Lengths(20, 100), Position.DirectionParameter, Position.SizeParameter],
        AveragePair.Ordered);

    /// <inheritdoc/>
    public readonly int WarmUp => _cross.WarmUp;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double OnBar(in Bar bar) => _cross.OnBar(bar);
}
