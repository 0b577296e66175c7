namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>A stretch in which a market is open.</summary>
/// <param name="Date">The trading day it counts for.</param>
/// <param name="Open">Beginning, UTC.</param>
/// <param name="Close">End, UTC.</param>
/// <param name="IsShort">Whether it ends earlier than usual: a half-day.</param>
public readonly record struct MarketSession(DateOnly Date, DateTime Open, DateTime Close, bool IsShort)
{
    /// <summary>Whether the market is open at a time; the close itself is outside.</summary>
    public bool Contains(DateTime time) => time >= Open && time < Close;
}
