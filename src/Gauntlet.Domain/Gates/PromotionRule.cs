using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates;

/// <summary>Decides on a promotion from verdicts and policy, and from nothing else.</summary>
public static class PromotionRule
{
    /// <param name="policy">The policy.</param>
    /// <param name="verdicts">Verdicts of the gates that were reached.</param>
    /// <returns>Promoted to the shadow stage, or refused, with a sentence for each gate. Only a pass is a pass: a gate that was skipped, faulted or never reached is none.</returns>
    /// <exception cref="ArgumentException">A verdict of another policy, or two of one gate.</exception>
    public static PromotionDecision Decide(GatePolicy policy, IReadOnlyList<GateVerdict> verdicts)
    {
        if (verdicts.FirstOrDefault(verdict => verdict.Policy != policy.Id) is { } foreign)
        {
            throw new ArgumentException($"{foreign.Gate} was judged by {foreign.Policy}; {policy.Id} decides on its own verdicts only.", nameof(verdicts));
        }

        if (verdicts.DistinctBy(verdict => verdict.Gate).Count() != verdicts.Count) throw new ArgumentException("A gate has two verdicts.", nameof(verdicts));

        var byGate = verdicts.ToDictionary(verdict => verdict.Gate);
        var required = policy.Promotion.RequiredGates.Order().ToList();
        var refusals = required.SelectMany(gate => Refusals(gate, byGate.GetValueOrDefault(gate))).ToList();
        var grade = byGate.GetValueOrDefault(Gate.Gate3)?.Grade;
        if (required.Contains(Gate.Gate3) && Enum.TryParse<Grade>(grade, out var reached) && reached > policy.Promotion.MinimumGrade)
        {
            refusals.Add($"Grade {reached} is below {policy.Promotion.MinimumGrade}, the lowest that {policy.Id} promotes.");
        }

        return refusals.Count > 0
            ? new(false, grade, refusals)
            : new(true, grade, [$"Passed {string.Join(", ", required)} under {policy.Id}{(grade is null ? string.Empty : $" with grade {grade}")}: enters the shadow stage, without orders."]);
    }

    private static IEnumerable<string> Refusals(Gate gate, GateVerdict? verdict) => verdict?.Verdict switch
    {
        Passed => [],
        Rejected rejected => rejected.Reasons.Select(reason => $"{gate}: {reason}."),
        Skipped skipped => [$"{gate} is required but was skipped: {skipped.Reason}"],
        Faulted faulted => [$"{gate} has no verdict for an error: {faulted.Error}"],
        _ => [$"{gate} was not reached."],
    };
}
