using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>The benchmark: all in from the first bar on.</summary>
public readonly struct BuyAndHold : IStrategy
{
    /// <inheritdoc/>
    public int WarmUp => 1;

    /// <inheritdoc/>
    public double OnBar(in Bar bar) => 1;
}
