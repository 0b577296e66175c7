using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Proofs.Gates;

/// <summary>What a candidate truly is.</summary>
internal enum CandidateKind
{
    /// <summary>The best of many trials on a market without anything to find.</summary>
    Null,

    /// <summary>A trend follower on a market that trends.</summary>
    PlantedEdge,

    /// <summary>A trend follower on a market that trends in training and never again.</summary>
    EdgeThatDies,

    /// <summary>A hasty trend follower that earns after costs as they are and loses at twice the costs.</summary>
    CostFragile,

    /// <summary>A buyer of falls on a market that takes every fall back: it has never met one that lasts.</summary>
    CrashProne,
}

/// <summary>What should become of each kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Share">Its share of all candidates, in parts of a hundred.</param>
/// <param name="Catcher">Gate that should reject it; null for the kind that deserves promotion.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record KindExpectation(CandidateKind Kind, int Share, Gate? Catcher, string Name)
{
    /// <summary>Every kind, in the order of the table.</summary>
    public static IReadOnlyList<KindExpectation> All { get; } =
    [
        new(CandidateKind.Null, 50, Gate.Gate1, "null"),
        new(CandidateKind.PlantedEdge, 20, null, "planted edge"),
        new(CandidateKind.EdgeThatDies, 10, Gate.Gate1, "planted edge that dies"),
        new(CandidateKind.CostFragile, 10, Gate.Gate1, "cost-fragile"),
        new(CandidateKind.CrashProne, 10, Gate.Gate2, "crash-prone"),
    ];

    /// <summary>Candidates of this kind among so many; at least one.</summary>
    public int CountOf(int candidates) => Math.Max(1, candidates * Share / 100);
}
