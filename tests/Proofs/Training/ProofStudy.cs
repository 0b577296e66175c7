using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Proofs.Training;

/// <summary>A small study of one made market: trials, the best of them, and what Gate 1 sees of it.</summary>
internal static class ProofStudy
{
    /// <summary>Trials a study.</summary>
    public const int Trials = 24;

    /// <summary>Hours of a market: eight years.</summary>
    public const int Bars = 8 * 365 * 24;

    private static readonly StrategyDefinition Strategy = StrategyCatalogue.Find("sma-cross");
    private const double MinimumDeflated = 0.95;

    /// <summary>The policy that judges.</summary>
    public static GatePolicy Rigorous { get; } = GatePolicies.Find("rigorous@1");

    /// <summary>Runs it; null where no trial was worth proposing, which is a rejection.</summary>
    public static ProofCandidate? Run(SyntheticKind kind, ulong seed)
    {
        var windows = DataWindows.Of(SyntheticMarket.Create(kind, seed, Bars).Series);
        var (execution, rules) = (new ExecutionRules(), new ObjectiveRules());
        var evaluator = new TrialEvaluator(Strategy, windows.Training.Bars, execution, rules);
        var history = RandomStudy.Of(Strategy, evaluator, Trials, seed);
        if (CandidateSelection.Best(history, 1) is not [var best]) return null;
        var census = TrialCensus.Of(history.Trials);
        var alone = new ProofCandidate(Evidence([]));
        // Whether the search overfits costs as much as the search; whom deflation rejects needs no more to be rejected.
        return alone.Deflated < MinimumDeflated ? alone : new(Evidence(history.CompletedParameters));

        BacktestEvidence Evidence(IReadOnlyList<ParameterValues> peers) => BacktestRun.Of(Strategy, best.Parameters, windows, execution, rules, census, peers);
    }
}

/// <summary>The best trial of a study as Gate 1 sees it.</summary>
internal sealed record ProofCandidate(BacktestEvidence Evidence)
{
    private static readonly string[] Statistics = ["deflated-sharpe-ratio", "probabilistic-sharpe-ratio", "overfitting-probability"];

    /// <summary>What Gate 1 says of it.</summary>
    public GateVerdict Verdict { get; } = Gate1.Judge(ProofStudy.Rigorous, Evidence);

    /// <summary>Whether every check of Gate 1 that asks whether it was luck is passed; limits of drawdown, trades and costs are not among them.</summary>
    public bool PassesStatistics => Verdict.Checks.Where(check => Statistics.Contains(check.Name)).All(check => check.Passed);

    /// <summary>Deflated Sharpe ratio; 0 where it is undefined.</summary>
    public double Deflated => Verdict.Checks.FirstOrDefault(check => check.Name == "deflated-sharpe-ratio")?.Value ?? 0;

    /// <summary>Annual Sharpe ratio of the folds that it was chosen by, as it would be shown without any discount.</summary>
    public double ChosenSharpe => Evidence.Folds.Average(fold => fold.Sharpe);

    /// <summary>Annual Sharpe ratio on the hold-out.</summary>
    public double HeldOutSharpe => Evidence.Candidate.Sample.SharpePerYear ?? 0;
}
