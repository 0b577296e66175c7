using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Proofs.Gates;

namespace Gauntlet.Domain.Tests.EndToEnd;

/// <summary>A whole study by the domain alone: what workflows and activities do around it, without them.</summary>
internal sealed class Study(SyntheticKind kind, ulong seed, int bars = SyntheticMarket.DefaultBars)
{
    private const int RoundSize = 20;

    private readonly StrategyDefinition _strategy = StrategyCatalogue.Find("sma-cross");
    private readonly ExecutionRules _execution = new();
    private readonly ObjectiveRules _rules = new();
    private readonly DataWindows _windows = DataWindows.Of(SyntheticMarket.Create(kind, seed, bars).Series);

    /// <summary>The policy that judges.</summary>
    public static GatePolicy Policy { get; } = GatePolicies.Find(GatePolicies.Default);

    public TrialHistory Train(int trials)
    {
        var evaluator = new TrialEvaluator(_strategy, _windows.Training.Bars, _execution, _rules);
        var sampler = Sampler.Create("tpe", seed);
        var history = new TrialHistory(SearchSpace.Of(_strategy.Parameters));
        while (history.Count < trials)
        {
            var start = history.Count;
            var round = SamplingRound.Suggest(sampler, history, start, start, Math.Min(RoundSize, trials - start));
            for (var i = 0; i < round.Count; i++) history.Tell(new(start + i, round[i], evaluator.Evaluate(round[i])));
        }

        return history;
    }

    /// <summary>A trial as a candidate.</summary>
    public GatesCandidate Candidate(Trial trial, TrialHistory history) => new(_strategy, trial.Parameters, _windows, _execution, _rules, history, seed);

    /// <summary>Trains and judges every candidate, each as far as it gets.</summary>
    public IReadOnlyList<(PromotionDecision Decision, IReadOnlyList<GateVerdict> Gates)> Run(int trials)
    {
        var history = Train(trials);
        var gates = CandidateSelection.Best(history).Select(trial => Candidate(trial, history).Judge(Policy));
        return [.. gates.Select(verdicts => (PromotionRule.Decide(Policy, verdicts), verdicts))];
    }
}
