using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>A trading rule, written once, one bar after the other. Implementations are structs, so that the simulator's loop inlines them.</summary>
/// <remarks>
/// A rule sees closed bars only and knows nothing of orders, cash or costs. It says what share of the equity it wants to hold;
/// the simulator turns a changed wish into an order at the next bar's open.
/// </remarks>
public interface IStrategy
{
    /// <summary>Bars it has to see before its first decision can differ from 0.</summary>
    int WarmUp { get; }

    /// <summary>Takes the bar that has just closed.</summary>
    /// <returns>Wished position as a signed fraction of equity: −1 all short, 0 flat, 1 all long. Never NaN.</returns>
    double OnBar(in Bar bar);
}
