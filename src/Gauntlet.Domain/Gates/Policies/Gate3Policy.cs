using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>Limits of paper trading, and how much of them may be used for which grade.</summary>
public sealed record Gate3Policy
{
    /// <summary>False skips the gate: a verdict of its own, not a pass.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Fewest complete trading days.</summary>
    [Range(7, 365)]
    public required int MinimumDays { get; init; }

    /// <summary>Largest gap between the equity on paper and that of the re-simulation at the end of any day.</summary>
    [Range(0, 100)]
    public required double MaximumDivergenceBasisPoints { get; init; }

    /// <summary>Largest drawdown.</summary>
    [Range(0.001, 1)]
    public required double MaximumDrawdownFraction { get; init; }

    /// <summary>Least share of bars with a position: days without one exercise nothing.</summary>
    [Range(0, 1)]
    public required double MinimumExposureFraction { get; init; }

    /// <summary>Largest position as a share of equity; a position grows above its target while it wins.</summary>
    [Range(0, 10)]
    public required double MaximumExposureFraction { get; init; }

    /// <summary>Largest traded value over equity on any day.</summary>
    [Range(0.1, 1000)]
    public required double MaximumTurnoverPerDay { get; init; }

    /// <summary>Largest share of bars that were late, missing, stale, duplicated or from the future.</summary>
    [Range(0.0001, 1)]
    public required double MaximumBadBarFraction { get; init; }

    /// <summary>How far the return may stay behind buy-and-hold: a bound against accidents, no proof of skill.</summary>
    [Range(0.001, 1)]
    public required double MaximumShortfallFraction { get; init; }

    /// <summary>Most evidence against the edge of the hold-out, as a likelihood ratio: 20 is wrong about a true edge once in twenty sessions at most. Null asks for none.</summary>
    [Range(1, 1_000_000)]
    public required double? MaximumEvidenceAgainstEdge { get; init; }

    /// <summary>Fewest closed round trips; null asks for none.</summary>
    [Range(1, 1_000_000)]
    public required int? MinimumTrades { get; init; }

    /// <summary>Least share of closed round trips with a profit; null asks for none.</summary>
    [Range(0, 1)]
    public required double? MinimumWinRateFraction { get; init; }

    /// <summary>Least annual Sharpe ratio of the session's bars; null asks for none, for a week says nothing on it.</summary>
    [Range(-10, 10)]
    public required double? MinimumSharpe { get; init; }

    /// <summary>Least return; null asks for none.</summary>
    [Range(-1, 10)]
    public required double? MinimumReturnFraction { get; init; }

    /// <summary>Least return beyond buy-and-hold; null asks for none.</summary>
    [Range(-1, 10)]
    public required double? MinimumExcessReturnFraction { get; init; }

    /// <summary>Most of any limit that a session may use for an A.</summary>
    [Range(0, 1)]
    public required double GradeALimitUse { get; init; }

    /// <summary>Most of any limit that a session may use for a B; beyond it, within the limits, is a C.</summary>
    [Range(0, 1)]
    public required double GradeBLimitUse { get; init; }

    /// <summary>Bars that come late, twice, too early or not at all.</summary>
    public required FeedPolicy Feed { get; init; }

    /// <summary>Candidates side by side.</summary>
    public required ArenaPolicy Arena { get; init; }
}
