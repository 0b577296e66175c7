using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Contracts.Promotion;

/// <summary>Result of the workflow <c>Promotion</c>.</summary>
public sealed record PromotionOutcome
{
    /// <summary>The candidate.</summary>
    public required CandidateKey Candidate { get; init; }

    /// <summary>Parameters by name.</summary>
    public required IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; }

    /// <summary>How it ended.</summary>
    public required CandidateVerdict Verdict { get; init; }

    /// <summary>Stage in which it ended: the gate that rejected it, or <see cref="Stage.Shadow"/>.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Grade A to F; null when Gate 3 was not reached.</summary>
    public string? Grade { get; init; }

    /// <summary>Why, a sentence each.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Verdicts of the gates that were reached, in order.</summary>
    public required IReadOnlyList<GateVerdict> Gates { get; init; }
}
