using System.ComponentModel.DataAnnotations;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>Limits that take the place of Gate 1's own from a number of trials on: what a desk tolerates of a young search and no longer of a mature one.</summary>
public sealed record Gate1Phase
{
    /// <summary>Central count of trials from which the phase holds; phases are ascending and the first begins at 0.</summary>
    [Range(0, 100_000_000)]
    public required int FromTrials { get; init; }

    /// <summary>Least return over the hold-out; null asks for none.</summary>
    [Range(-1, 10)]
    public required double? MinimumReturnFraction { get; init; }

    /// <summary>Least annual Sharpe ratio; null asks for none.</summary>
    [Range(-10, 10)]
    public required double? MinimumSharpe { get; init; }

    /// <summary>Largest drawdown.</summary>
    [Range(0, 1)]
    public required double MaximumDrawdownFraction { get; init; }
}
