using System.Runtime.CompilerServices;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>The benchmark: all in from the first bar on.</summary>
public readonly struct BuyAndHold : IStrategy
{
    private readonly double _weight = 1;

    /// <summary>All of the equity.</summary>
    public BuyAndHold()
    {
    }

    private BuyAndHold(ParameterValues values) => _weight = Position.LongWeight(values);

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<BuyAndHold>(
        "buy-and-hold", "Buys at once and holds to the end: what every other strategy has to beat.", values => new(values), [Position.SizeParameter]);

    /// <inheritdoc/>
    public int WarmUp => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double OnBar(in Bar bar) => _weight;
}
