using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates;

/// <summary>A candidate's stored evidence judged by a policy, nothing run again.</summary>
/// <param name="Gates">A verdict for each gate that has evidence, in order. Unlike in a study, a gate is judged although an earlier one rejects.</param>
/// <param name="Decision">What the policy decides on them; a gate without evidence was not reached and is no pass.</param>
public sealed record Rejudgement(IReadOnlyList<GateVerdict> Gates, PromotionDecision Decision)
{
    /// <param name="policy">The policy.</param>
    /// <param name="evidence">The evidence.</param>
    public static Rejudgement Of(GatePolicy policy, CandidateEvidence evidence)
    {
        var gates = new List<GateVerdict>(3);
        if (evidence.Backtest is { } backtest) gates.Add(Gate1.Judge(policy, backtest));
        if (evidence.Stress is { } stress) gates.Add(Gate2.Judge(policy, stress));
        if (evidence.Paper is { } paper) gates.Add(Gate3.Judge(policy, paper));
        return new(gates, PromotionRule.Decide(policy, gates));
    }

    /// <summary>Checks whose result differs between two verdicts of one gate, by name: flipped, no longer asked for, or newly asked for.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    public static IReadOnlyList<CheckChange> Changes(GateVerdict before, GateVerdict after)
    {
        var old = before.Checks.ToDictionary(check => check.Name, StringComparer.Ordinal);
        var now = after.Checks.ToDictionary(check => check.Name, StringComparer.Ordinal);
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(name => new CheckChange(after.Gate, name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(change => change.Before?.Passed != change.After?.Passed || change.Before?.Threshold != change.After?.Threshold)];
    }
}

/// <summary>A check that another policy judges otherwise.</summary>
/// <param name="Gate">Its gate.</param>
/// <param name="Check">Its name.</param>
/// <param name="Before">Its result then; null where it was not asked for.</param>
/// <param name="After">Its result now; null where it is not asked for.</param>
public sealed record CheckChange(Gate Gate, string Check, CheckResult? Before, CheckResult? After);
