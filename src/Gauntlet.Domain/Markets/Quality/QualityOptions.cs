using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>What is known about a market beside its bars.</summary>
public sealed record QualityOptions
{
    /// <summary>Splits and dividends to adjust for before anything is checked, and jumps known to be real. Default none.</summary>
    public CorporateActions Actions { get; init; } = CorporateActions.None;

    /// <summary>When the market is open: every session without a bar and every bar outside of one is found. Default null: read off the bars.</summary>
    public MarketSchedule? Schedule { get; init; }
}
