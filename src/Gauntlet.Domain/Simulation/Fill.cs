namespace Gauntlet.Domain.Simulation;

/// <summary>An executed order.</summary>
/// <param name="Time">When, UTC: the open of the bar.</param>
/// <param name="Quantity">Signed: positive bought, negative sold.</param>
/// <param name="Price">Price with spread and slippage.</param>
/// <param name="Fee">Fee in money.</param>
public readonly record struct Fill(DateTime Time, double Quantity, double Price, double Fee);
