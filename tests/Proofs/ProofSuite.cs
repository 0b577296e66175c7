using Gauntlet.Proofs.Gates;
using Gauntlet.Proofs.Optimisers;
using Gauntlet.Proofs.Resume;
using Gauntlet.Proofs.Scenarios;
using Gauntlet.Proofs.Search;
using Gauntlet.Proofs.Sdk;
using Gauntlet.Proofs.Server;
using Gauntlet.Proofs.Training;

namespace Gauntlet.Proofs;

/// <summary>All proofs by name.</summary>
internal static class ProofSuite
{
    /// <summary>Every proof, in the order in which help lists them.</summary>
    public static IReadOnlyList<IProof> All { get; } =
    [
        new GatesProof(),
        new OptimisersProof(),
        new ResumeProof(),
        new SearchProof(),
        new KillProof(),
        new SoakProof(),
        new ServerProof(),
        new TrainingProof(),
        new ScenarioProof(),
    ];

    /// <summary>Names as users type them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(proof => proof.Name)];
}
