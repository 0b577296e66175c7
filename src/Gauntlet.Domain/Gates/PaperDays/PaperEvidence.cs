using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>All that Gate 3 judges by.</summary>
public sealed record PaperEvidence
{
    /// <summary>Equity before the first bar.</summary>
    public required double StartingCash { get; init; }

    /// <summary>The completed days in order.</summary>
    public required IReadOnlyList<PaperDay> Days { get; init; }

    /// <summary>Equity of the re-simulation at the end of each of these days.</summary>
    public required IReadOnlyList<double> ResimulatedEquity { get; init; }

    /// <summary>The candidate on the hold-out: what the days are too few to confirm.</summary>
    public required SharpeSample HoldOut { get; init; }

    /// <summary>Figures of the session's bars; null in evidence that was stored without them.</summary>
    public PaperFigures? Session { get; init; }

    /// <summary>Why it had to leave the arena; null where it stayed to the end.</summary>
    public string? PrunedBecause { get; init; }

    internal double ReturnFraction => Days.Aggregate(1.0, (value, day) => value * (1 + day.ReturnFraction)) - 1;

    internal double BenchmarkFraction => Days.Aggregate(1.0, (value, day) => value * (1 + day.BenchmarkFraction)) - 1;

    /// <summary>The benchmarks in words; equal weight holds half in the market and half in cash.</summary>
    internal string Benchmarks => $"buy-and-hold {BenchmarkFraction:P2}{Words("equal weight", day => day.EqualWeightFraction)}{Words("60/40", day => day.SixtyFortyFraction)}";

    internal int Bars => Days.Sum(day => day.Bars);

    private string Words(string name, Func<PaperDay, double?> of) =>
        Days.Count > 0 && Days.All(day => of(day) is not null) ? $", {name} {Days.Aggregate(1.0, (value, day) => value * (1 + of(day)!.Value)) - 1:P2}" : string.Empty;
}
