using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>What becomes of bars that a feed brings late, twice, ahead of their time, or not at all.</summary>
public sealed record FeedPolicy
{
    /// <summary>Share of a bar's length that a session waits for a late bar before it gives it up as missing.</summary>
    [Range(0, 1)]
    public required double PatienceFraction { get; init; }

    /// <summary>A bar that came before, with the time of an older bar or a second time.</summary>
    public required FeedRule DuplicatedBars { get; init; }

    /// <summary>A bar of a later time than the one that is due.</summary>
    public required FeedRule FutureBars { get; init; }

    /// <summary>Least share of a day's bars that must have come for the day to count.</summary>
    [Range(0.01, 1)]
    public required double MinimumDayCoverageFraction { get; init; }
}

/// <summary>What becomes of a bar that should not have come.</summary>
public enum FeedRule
{
    /// <summary>The session faults and says which bar: such a feed is not to be trusted.</summary>
    Refuse,

    /// <summary>It is not traded, and counts among the bad bars of the day.</summary>
    Count,
}
