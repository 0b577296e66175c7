namespace Gauntlet.Domain.Markets;

/// <summary>What a market did in one interval.</summary>
/// <param name="OpenTime">Beginning of the interval, UTC. The bar is known only when the interval is over.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded quantity; 0 where the source knows none.</param>
public readonly record struct Bar(DateTime OpenTime, double Open, double High, double Low, double Close, double Volume);
