namespace Gauntlet.Domain.Simulation;

/// <summary>Why an order filled.</summary>
public enum FillReason
{
    /// <summary>The strategy asked for it.</summary>
    Signal,

    /// <summary>A protective stop was hit.</summary>
    Stop,

    /// <summary>A target was reached.</summary>
    Target,

    /// <summary>The account could not carry the position any longer.</summary>
    Liquidation,
}

/// <summary>An executed order.</summary>
/// <param name="Time">Opening time of the bar in which it filled, UTC.</param>
/// <param name="Quantity">Signed: positive bought, negative sold.</param>
/// <param name="Price">Price with spread and slippage.</param>
/// <param name="Fee">Fee in money.</param>
/// <param name="Reason">Why. Default: the strategy asked for it.</param>
public readonly record struct Fill(DateTime Time, double Quantity, double Price, double Fee, FillReason Reason = FillReason.Signal);
