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

/// <summary>A candidate on its way through the gates. What a gate sees is gathered when the first policy asks for it, and judged by each.</summary>
internal sealed class GatesCandidate(
    StrategyDefinition strategy, ParameterValues parameters, DataWindows windows, ExecutionRules execution, ObjectiveRules rules, TrialHistory history, ulong seed)
{
    private BacktestEvidence? _backtest;
    private StressEvidence? _stress;
    private PaperEvidence? _paper;

    /// <summary>Verdicts of the gates that it reaches under a policy, in order; the last one rejects or is Gate 3's.</summary>
    public IReadOnlyList<GateVerdict> Judge(GatePolicy policy)
    {
        var verdicts = new List<GateVerdict> { Gate1.Judge(policy, _backtest ??= Backtest()) };
        if (verdicts[^1].Verdict is Passed) verdicts.Add(Gate2.Judge(policy, _stress ??= Stress(policy)));
        if (verdicts is [_, { Verdict: Passed }]) verdicts.Add(Gate3.Judge(policy, _paper ??= Paper()));
        return verdicts;
    }

    private BacktestEvidence Backtest() => BacktestRun.Of(
        strategy,
        parameters,
        windows,
        execution,
        rules,
        TrialCensus.Of(history.Trials),
        history.CompletedParameters);

    private StressEvidence Stress(GatePolicy policy)
    {
        var set = StressPlan.Of(policy, windows.Training.Bars, seed);
        var model = ScenarioModels.Find(set.Model);
        return new(set.ContentHash(), set.Counts, [.. Enumerable.Range(0, set.Count).Select(i => StressRun.Of(strategy, parameters, execution, model.Generate(set, i)))]);
    }

    private PaperEvidence Paper()
    {
        var session = PaperSession.Open(strategy, parameters, execution, windows.Paper);
        var bars = Enumerable.Range(0, windows.Paper.Count).Select(i => session.Step(windows.Paper.Bars[i])).ToList();
        return PaperRun.Of(strategy, parameters, execution, windows.Paper, PaperLedger.Days(execution.StartingCash, bars, windows.Paper), [], _backtest!.Candidate.Sample);
    }
}
