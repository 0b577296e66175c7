using System.Runtime.CompilerServices;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Trend following: long when the fast exponential average crosses above the slow one, short (or flat) when it crosses below.</summary>
/// <remarks>As <see cref="SmaCross"/>, with averages that forget gradually.</remarks>
public struct EmaCross : IStrategy
{
    private AverageCross<ExponentialMovingAverage> _cross;

    private EmaCross(ParameterValues values) => _cross = new(new(values.Integer("fast")), new(values.Integer("slow")), values);

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<EmaCross>(
        "ema-cross",
        "Follows the trend: long when a fast exponential average crosses above a slow one, short or flat when it crosses below.",
        values => new(values),
        [.. AveragePair.Lengths(20, 100), Position.DirectionParameter, Position.SizeParameter],
        AveragePair.Ordered);

    /// <inheritdoc/>
    public readonly int WarmUp => _cross.WarmUp;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double OnBar(in Bar bar) => _cross.OnBar(bar);
}
