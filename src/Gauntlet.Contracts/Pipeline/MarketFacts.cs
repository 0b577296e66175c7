namespace Gauntlet.Contracts.Pipeline;

/// <summary>Which bars a study uses.</summary>
/// <param name="Name">Market as asked for.</param>
/// <param name="DataHash">SHA-256 of the bars' canonical bytes, in hexadecimal.</param>
/// <param name="Bars">Number of bars.</param>
/// <param name="BarSeconds">Length of a bar.</param>
public sealed record MarketFacts(string Name, string DataHash, int Bars, int BarSeconds);
