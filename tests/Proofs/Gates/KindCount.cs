using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Proofs.Gates;

/// <summary>How far the candidates of a kind get under a policy.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Catcher">Gate that should reject it; null for none.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Candidates">How many there were.</param>
/// <param name="Proposed">How many training handed over.</param>
/// <param name="PassedGate1">How many passed Gate 1.</param>
/// <param name="PassedGate2">How many of them passed Gate 2.</param>
/// <param name="Promoted">How many of them passed Gate 3.</param>
/// <param name="Grades">Promoted candidates by grade.</param>
/// <param name="FailedChecks">Candidates that failed each check, by gate and name.</param>
internal sealed record KindCount(
    CandidateKind Kind,
    string Name,
    Gate? Catcher,
    string Policy,
    int Candidates,
    int Proposed,
    int PassedGate1,
    int PassedGate2,
    int Promoted,
    IReadOnlyDictionary<string, int> Grades,
    IReadOnlyDictionary<string, int> FailedChecks)
{
    /// <summary>Share that is promoted, with its Wilson interval.</summary>
    public Interval Interval => Wilson.Interval(Promoted, Candidates);

    /// <summary>Of the candidates that reach the gate that should reject the kind, the share that it rejects; null where none reaches it.</summary>
    public double? CaughtFraction => Catcher switch
    {
        Gate.Gate1 when Proposed > 0 => 1 - ((double)PassedGate1 / Proposed),
        Gate.Gate2 when PassedGate1 > 0 => 1 - ((double)PassedGate2 / PassedGate1),
        _ => null,
    };

    /// <summary>Counts verdicts; a null list is a candidate that training did not hand over.</summary>
    public static KindCount Of(KindExpectation expectation, string policy, IReadOnlyList<IReadOnlyList<GateVerdict>?> candidates)
    {
        var proposed = candidates.OfType<IReadOnlyList<GateVerdict>>().ToList();
        var promoted = proposed.Where(gates => Passes(gates, 3)).ToList();
        return new(
            expectation.Kind,
            expectation.Name,
            expectation.Catcher,
            policy,
            candidates.Count,
            proposed.Count,
            proposed.Count(gates => Passes(gates, 1)),
            proposed.Count(gates => Passes(gates, 2)),
            promoted.Count,
            Counted(promoted.Select(gates => gates[2].Grade ?? "none")),
            Counted(proposed.SelectMany(gates => gates).SelectMany(gate => gate.Checks.Where(check => !check.Passed).Select(check => $"{gate.Gate} {check.Name}"))));
    }

    private static bool Passes(IReadOnlyList<GateVerdict> gates, int count) => gates.Count >= count && gates[count - 1].Verdict is Passed;

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names) =>
        new(names.GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), StringComparer.Ordinal);
}
