using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Gates.Scenarios;

namespace Gauntlet.Domain.Gates;

/// <summary>Gate 2: the stress test.</summary>
public static class Gate2
{
    /// <summary>Judges the outcomes of a scenario set.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="evidence">Outcomes of the whole set.</param>
    /// <returns>A verdict with every check; faulted where outcomes are missing, for a scenario left out is an error and not a good scenario.</returns>
    public static GateVerdict Judge(GatePolicy policy, StressEvidence evidence)
    {
        var limits = policy.Gate2;
        if (!limits.Enabled) return Judgement.Skipped(Gate.Gate2, policy);
        if (Breach(limits, evidence) is { } breach) return Judgement.Faulted(Gate.Gate2, policy, breach);

        IEnumerable<IGateCheck<StressEvidence>?> checks =
        [
            new ProfitableScenarios(limits.MinimumProfitableFraction),
            limits.MinimumRegimeProfitableFraction is { } regimes ? new ProfitableRegimes(regimes) : null,
            new MedianSharpe(limits.MinimumMedianSharpe),
            new TailDrawdown(limits.TailProbability, limits.MaximumTailDrawdownFraction),
            limits.MaximumTailDrawdownToBenchmark is { } ratio ? new RelativeTailDrawdown(limits.TailProbability, ratio) : null,
            new CatastrophicScenarios(limits.CatastrophicReturnFraction, limits.MaximumCatastrophicFraction),
        ];
        return Judgement.Of(Gate.Gate2, policy, checks, evidence);
    }

    private static string? Breach(Gate2Policy limits, StressEvidence evidence)
    {
        if (StressPlan.Difference(limits, evidence.Set) is { } other) return $"The set {evidence.Set.ContentHash()[..12]}… has {other}; run a study under this policy.";
        var missing = Enumerable.Range(0, evidence.Counts.Total).Except(evidence.Outcomes.Select(o => o.Index)).ToList();
        if (missing.Count > 0) return $"{missing.Count} of {evidence.Counts.Total} scenarios have no outcome, the first is {missing[0]}; run them again.";
        if (evidence.Outcomes.Count != evidence.Counts.Total) return $"{evidence.Outcomes.Count} outcomes for {evidence.Counts.Total} scenarios: one of them counts twice.";
        return evidence.Outcomes.Any(o => o.Regime != evidence.Counts.RegimeOf(o.Index)) ? "An outcome names another regime than its scenario has." : null;
    }
}
