using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>How many candidates trade on paper side by side, and when one of them has to leave.</summary>
public sealed record ArenaPolicy
{
    /// <summary>Candidates on the same bars at once.</summary>
    [Range(1, 20)]
    public required int Places { get; init; }

    /// <summary>What becomes of a candidate for which there is no place.</summary>
    public required ArenaOverflow WhenFull { get; init; }

    /// <summary>Complete day from which candidates may have to leave; null never lets one leave.</summary>
    [Range(1, 365)]
    public required int? PruneFromDay { get; init; }

    /// <summary>How far a candidate may stay behind the middle one of the ranking before it has to leave, in returns of the session so far.</summary>
    [Range(0, 1)]
    public required double PruneBehindFraction { get; init; }

    /// <summary>Confidence with which its bars must tell it from that of the middle one; 0.5 asks for none.</summary>
    [Range(0.5, 0.9999)]
    public required double PruneConfidence { get; init; }

    /// <summary>Fewest candidates that stay.</summary>
    [Range(1, 20)]
    public required int KeepAtLeast { get; init; }
}

/// <summary>What becomes of a candidate for which the arena has no place.</summary>
public enum ArenaOverflow
{
    /// <summary>It waits for the next round, on the same bars.</summary>
    Queue,

    /// <summary>It leaves before its first bar.</summary>
    Refuse,
}
