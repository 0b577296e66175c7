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

namespace Gauntlet.Proofs.Gates;

/// <summary>A candidate on its way through the gates, by the domain alone. What a gate sees is gathered when the first policy asks for it, and judged by each.</summary>
internal sealed class GatesCandidate(
    StrategyDefinition strategy, ParameterValues parameters, DataWindows windows, ExecutionRules execution, ObjectiveRules rules, TrialHistory history, ulong seed)
{
    private readonly List<StressEvidence> _stress = [];
    private BacktestEvidence? _alone, _backtest;
    private PaperEvidence? _paper;

    /// <summary>What Gate 1 sees.</summary>
    public BacktestEvidence Backtest => _backtest ??= Alone with
    {
        Overfitting = OverfittingEvidence.Of(
            new(strategy, windows.Training.Bars, execution, rules), history.CompletedParameters),
    };

    /// <summary>What Gate 3 sees.</summary>
    public PaperEvidence Paper => _paper ??= Traded();

    private BacktestEvidence Alone => _alone ??= BacktestRun.Of(strategy, parameters, windows, execution, rules, TrialCensus.Of(history.Trials), []);

    /// <summary>What Gate 2 sees under a policy. Policies that ask for the same scenarios share it.</summary>
    public StressEvidence Stress(GatePolicy policy)
    {
        if (_stress.Find(evidence => StressPlan.Difference(policy.Gate2, evidence.Set) is null) is { } known) return known;
        var set = StressPlan.Of(policy, windows.Training.Bars, seed);
        var model = ScenarioModels.Find(set.Model);
        var found = new StressEvidence(set, [.. Enumerable.Range(0, set.Count).Select(i => StressRun.Of(strategy, parameters, execution, model.Generate(set, i)))]);
        _stress.Add(found);
        return found;
    }

    /// <summary>Verdicts of the gates that it reaches under a policy, in order; the last one rejects or is Gate 3's.</summary>
    public IReadOnlyList<GateVerdict> Judge(GatePolicy policy)
    {
        // Whether the search overfits costs as much as the search: a policy has to ask for it, and whom other checks reject needs no more to be rejected.
        var first = Gate1.Judge(policy, Alone);
        var verdicts = new List<GateVerdict> { first.Verdict is Passed && policy.Gate1.MaximumOverfittingProbability is not null ? Gate1.Judge(policy, Backtest) : first };
        if (verdicts[^1].Verdict is Passed) verdicts.Add(Gate2.Judge(policy, Stress(policy)));
        if (verdicts is [_, { Verdict: Passed }]) verdicts.Add(Gate3.Judge(policy, Paper));
        return verdicts;
    }

    private PaperEvidence Traded()
    {
        var session = PaperSession.Open(strategy, parameters, execution, windows.Paper);
        var bars = Enumerable.Range(0, windows.Paper.Count).Select(i => session.Step(windows.Paper.Bars[i])).ToList();
        return PaperRun.Of(strategy, parameters, execution, windows.Paper, PaperLedger.Days(execution.StartingCash, bars, windows.Paper), [], Alone.Candidate.Sample);
    }
}
