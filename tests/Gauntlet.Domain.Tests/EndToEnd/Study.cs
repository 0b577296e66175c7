using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.EndToEnd;

/// <summary>A whole study by the domain alone: what workflows and activities do around it, without them.</summary>
internal sealed class Study
{
    private const int RoundSize = 20;

    private readonly GatePolicy _policy;
    private readonly StrategyDefinition _strategy;
    private readonly ExecutionRules _execution = new();
    private readonly ObjectiveRules _rules = new();
    private readonly DataWindows _windows;
    private readonly ulong _seed;

    public Study(SyntheticKind kind, ulong seed, int bars = SyntheticMarket.DefaultBars)
        : this(SyntheticMarket.Create(kind, seed, bars).Series, seed)
    {
    }

    public Study(BarSeries market, ulong seed, string policy = GatePolicies.Default, string strategy = "sma-cross")
    {
        _policy = GatePolicies.Find(policy);
        _strategy = StrategyCatalogue.Find(strategy);
        _windows = DataWindows.Of(market);
        _seed = seed;
    }

    public TrialHistory Train(int trials)
    {
        var evaluator = new TrialEvaluator(_strategy, _windows.Training.Bars, _execution, _rules);
        var sampler = Sampler.Create("tpe", _seed);
        var history = new TrialHistory(SearchSpace.Of(_strategy.Parameters));
        while (history.Count < trials)
        {
            var start = history.Count;
            var round = SamplingRound.Suggest(sampler, history, start, start, Math.Min(RoundSize, trials - start));
            for (var i = 0; i < round.Count; i++) history.Tell(new(start + i, round[i], evaluator.Evaluate(round[i])));
        }

        return history;
    }

    public BacktestEvidence Backtest(Trial candidate, TrialHistory history) =>
        BacktestRun.Of(_strategy, candidate.Parameters, _windows, _execution, _rules, TrialCensus.Of(history.Trials), history.CompletedParameters);

    public StressEvidence Stress(Trial candidate)
    {
        var set = StressPlan.Of(_policy, _windows.Training.Bars, _seed);
        var model = ScenarioModels.Find(set.Model);
        return new(set.ContentHash(), set.Counts, [.. Enumerable.Range(0, set.Count).Select(i => StressRun.Of(_strategy, candidate.Parameters, _execution, model.Generate(set, i)))]);
    }

    public PaperEvidence Paper(Trial candidate, BacktestEvidence backtest)
    {
        var window = _windows.Paper;
        var session = PaperSession.Open(_strategy, candidate.Parameters, _execution, window);
        var bars = Enumerable.Range(0, window.Count).Select(i => session.Step(window.Bars[i])).ToList();
        return PaperRun.Of(_strategy, candidate.Parameters, _execution, window, PaperLedger.Days(_execution.StartingCash, bars, window), [], backtest.Candidate.Sample);
    }

    /// <summary>Takes a candidate through the gates, as far as it gets.</summary>
    public (PromotionDecision Decision, IReadOnlyList<GateVerdict> Gates) Judge(Trial candidate, TrialHistory history)
    {
        var backtest = Backtest(candidate, history);
        List<GateVerdict> gates = [Gate1.Judge(_policy, backtest)];
        if (gates[^1].Verdict is Passed) gates.Add(Gate2.Judge(_policy, Stress(candidate)));
        if (gates.Count == 2 && gates[^1].Verdict is Passed) gates.Add(Gate3.Judge(_policy, Paper(candidate, backtest)));
        return (PromotionRule.Decide(_policy, gates), gates);
    }

    /// <summary>Trains and judges every candidate.</summary>
    public IReadOnlyList<(Trial Trial, PromotionDecision Decision, IReadOnlyList<GateVerdict> Gates)> Run(int trials)
    {
        var history = Train(trials);
        return [.. CandidateSelection.Best(history).Select(candidate => (candidate, Judge(candidate, history))).Select(pair => (pair.candidate, pair.Item2.Decision, pair.Item2.Gates))];
    }
}
