namespace Gauntlet.Contracts.Pipeline;

/// <summary>A declared window of a study's bars.</summary>
/// <param name="From">Open time of its first bar, UTC.</param>
/// <param name="To">Close time of its last bar, UTC.</param>
/// <param name="Bars">Number of bars.</param>
/// <param name="Hash">SHA-256 of the window's bars, in hexadecimal.</param>
public sealed record WindowFacts(DateTimeOffset From, DateTimeOffset To, int Bars, string Hash);
