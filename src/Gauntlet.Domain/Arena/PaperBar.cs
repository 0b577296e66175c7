namespace Gauntlet.Domain.Arena;

/// <summary>One bar of a paper session.</summary>
/// <param name="OpenTime">Open of the bar, UTC.</param>
/// <param name="Equity">Equity at its close, in money.</param>
/// <param name="BenchmarkEquity">Equity of buy-and-hold at its close, from the same starting cash.</param>
/// <param name="Weight">Position at its close as a signed share of equity.</param>
/// <param name="TurnoverFraction">Value traded at its open over equity.</param>
/// <param name="Condition">How it came in.</param>
public sealed record PaperBar(DateTime OpenTime, double Equity, double BenchmarkEquity, double Weight, double TurnoverFraction, BarCondition Condition);
