using System.Text.RegularExpressions;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.History;
using Gauntlet.Domain.Stress.Named;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>What ranges alone cannot say about a policy.</summary>
internal static partial class PolicyRules
{
    public static GatePolicy Validated(this GatePolicy policy, string source)
    {
        Require(source, "name", policy.Name, NamePattern().IsMatch(policy.Name), "1 to 60 lower-case letters, digits and hyphens");
        Require(source, "gate1.costStressFactor", policy.Gate1.CostStressFactor, CostStress.Factors.Contains(policy.Gate1.CostStressFactor), $"one of {string.Join(", ", CostStress.Factors)}");
        Require(source, "gate1.phases", string.Join(", ", policy.Gate1.Phases.Select(phase => phase.FromTrials)), Ascend(policy.Gate1.Phases), "empty, or ascending by fromTrials with a first one at 0");
        Require(source, "gate2.scenarios", policy.Gate2.Scenarios.Total, policy.Gate2.Scenarios.Total >= 20, "at least 20 scenarios in all");
        Require(source, "gate2.scenarioModel", policy.Gate2.ScenarioModel, ScenarioModels.Ids.Contains(policy.Gate2.ScenarioModel), $"one of {string.Join(", ", ScenarioModels.Ids)}");
        if (OnlyRegime(policy.Gate2) is { } only) Require(source, "gate2.scenarios", Mix(policy.Gate2.Scenarios), policy.Gate2.Scenarios.Of(only) == policy.Gate2.Scenarios.Total, $"all {Name(only)}, the regime of {policy.Gate2.ScenarioModel}: count {policy.Gate2.Scenarios.Total} there and 0 in the others");
        Require(source, "gate2.economy", policy.Gate2.Economy ?? "null", policy.Gate2.Economy is null || policy.Gate2.ScenarioModel == EquilibriumModel.Name, $"null, for only {EquilibriumModel.Name} has an economy to choose");
        Require(source, "gate2.history", policy.Gate2.History ?? "null", policy.Gate2.History is null != IsDated(policy.Gate2), $"the path of a CSV file for {string.Join(" and ", EpisodeDates.All.Select(dates => dates.Id))}, and null for every other model");
        Require(source, "gate3.gradeBLimitUse", policy.Gate3.GradeBLimitUse, policy.Gate3.GradeBLimitUse >= policy.Gate3.GradeALimitUse, "at least gate3.gradeALimitUse");
        Require(source, "gate3.arena.keepAtLeast", policy.Gate3.Arena.KeepAtLeast, policy.Gate3.Arena.KeepAtLeast <= policy.Gate3.Arena.Places, "at most gate3.arena.places");
        Require(source, "promotion.minimumGrade", policy.Promotion.MinimumGrade, policy.Promotion.MinimumGrade <= Grade.C, "a, b or c: d and f break limits");
        Require(source, "promotion.requiredGates", policy.Promotion.RequiredGates.Count, policy.Promotion.RequiredGates.Count > 0, "at least one gate");
        return policy;
    }

    // The models whose scenarios are all of one regime.
    private static Regime? OnlyRegime(Gate2Policy gate) =>
        IsDated(gate) ? EpisodeModel.Counted : NamedScenario.All.FirstOrDefault(scenario => scenario.Id == gate.ScenarioModel)?.Regime;

    private static string Mix(RegimeCounts counts) => string.Join(", ", Enum.GetValues<Regime>().Where(regime => counts.Of(regime) > 0).Select(regime => $"{Name(regime)} {counts.Of(regime)}"));

    private static string Name(Regime regime) => regime.ToString().ToLowerInvariant();

    private static bool IsDated(Gate2Policy gate) => EpisodeDates.Find(gate.ScenarioModel) is not null;

    private static bool Ascend(IReadOnlyList<Gate1Phase> phases) =>
        phases.Count == 0 || (phases[0].FromTrials == 0 && phases.Zip(phases.Skip(1)).All(pair => pair.First.FromTrials < pair.Second.FromTrials));

    private static void Require(string source, string key, object value, bool holds, string rule)
    {
        if (!holds) throw new InvalidInputException(key, $"{value}", $"Policy {source}: {key} = {value} is not {rule}. Give {rule}.");
    }

    [GeneratedRegex("^[a-z0-9-]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
