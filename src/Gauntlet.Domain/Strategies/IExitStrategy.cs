using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>A trading rule of one market that sees its own position and protects it by levels inside the bar. Implementations are structs, so that the simulator's loop inlines them.</summary>
/// <remarks>
/// For stops, targets, trailing stops (move the level from bar to bar) and exits after a time. A rule that needs none of
/// this is an <see cref="IStrategy"/> and pays nothing for it.
/// </remarks>
public interface IExitStrategy
{
    /// <summary>Bars it has to see before its first decision can differ from 0.</summary>
    int WarmUp { get; }

    /// <summary>Takes the bar that has just closed.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="holding">The position at this close, after every fill inside the bar; flat while warming up.</param>
    /// <returns>Weight and levels; they stand in place of those before.</returns>
    Wish OnBar(in Bar bar, in Holding holding);
}

/// <summary>What a strategy wants to hold, and where it wants out.</summary>
/// <remarks>Levels work inside the bars that follow, on the side of the weight only. A weight of 0 takes them away.</remarks>
/// <param name="Weight">Position as a signed fraction of equity, −1 to 1. A changed weight becomes an order; never NaN.</param>
/// <param name="Stop">Price that closes the position at a loss, by a market order once touched; a gap through it fills at the open. NaN (the default) for none.</param>
/// <param name="Target">Price that closes the position at a gain, as a limit; an open beyond it fills at the open. NaN (the default) for none.</param>
public readonly record struct Wish(double Weight, double Stop = double.NaN, double Target = double.NaN)
{
    /// <summary>No position.</summary>
    public static Wish Flat => new(0);
}

/// <summary>A position as its strategy sees it.</summary>
/// <param name="Quantity">Signed quantity; 0 is flat.</param>
/// <param name="EntryPrice">Mean price of the fills that built it; NaN when flat.</param>
/// <param name="Bars">Closes since it was opened, 1 at the close of its first bar; 0 when flat.</param>
/// <param name="Equity">Equity at this close, in money.</param>
public readonly record struct Holding(double Quantity, double EntryPrice, int Bars, double Equity);
