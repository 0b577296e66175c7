namespace Gauntlet.Storage.Paper;

/// <summary>A bar of paper trading as stored.</summary>
/// <param name="Bar">Index in the session, from 0.</param>
/// <param name="ClosedAt">Its close, UTC.</param>
/// <param name="Equity">Equity at its close, in money.</param>
/// <param name="BenchmarkEquity">Equity of buy-and-hold at its close, in money.</param>
/// <param name="Weight">Position as a signed fraction of equity.</param>
/// <param name="FillQuantity">Signed quantity that filled at its open; null for none.</param>
/// <param name="FillPrice">Price of it.</param>
/// <param name="FillFee">Fee of it.</param>
public sealed record StoredBar(int Bar, DateTime ClosedAt, double Equity, double BenchmarkEquity, double Weight, double? FillQuantity, double? FillPrice, double? FillFee);
