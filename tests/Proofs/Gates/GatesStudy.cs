using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Proofs.Gates;

/// <summary>A small study of one made market, and the candidate that it hands over.</summary>
internal static class GatesStudy
{
    /// <summary>Trials a study.</summary>
    public const int Trials = 20;

    private const double LargestSize = 0.5;

    private static readonly StrategyDefinition Trend = StrategyCatalogue.Find("sma-cross");
    private static readonly StrategyDefinition Reversion = StrategyCatalogue.Find("rsi-reversion");

    /// <summary>Runs it; null where no trial was worth proposing, which is a rejection by training.</summary>
    public static GatesCandidate? Run(CandidateKind kind, ulong seed)
    {
        var windows = DataWindows.Of(MarketOf.Kind(kind, seed));
        var strategy = kind is CandidateKind.CrashProne ? Reversion : Trend;
        var rules = new ObjectiveRules { MaximumTurnoverPerYear = 10_000 };
        var execution = kind is CandidateKind.CostFragile ? Fragile(windows, rules) : new();
        var evaluator = new TrialEvaluator(strategy, windows.Training.Bars, execution, rules);
        var history = RandomStudy.Of(strategy, evaluator, Trials, seed, (drawn, number) => Bent(kind, drawn, new(seed, (ulong)number)));
        return CandidateSelection.Best(history, 1) is [var best] ? new(strategy, best.Parameters, windows, execution, rules, history, seed) : null;
    }

    // What makes the kind: a good candidate is small enough for the policies' drawdowns, a hasty candidate trades on the shortest averages, a crash-prone one buys every fall and is never short.
    private static ParameterValues Bent(CandidateKind kind, ParameterValues drawn, SeededRandom random) => kind switch
    {
        CandidateKind.CostFragile => Hasty(3 + random.Next(3), 10 + random.Next(5)),
        CandidateKind.CrashProne => drawn.With("direction", "long-only").With("size", 1.0),
        CandidateKind.PlantedEdge => drawn.With("size", Math.Min(drawn.Number("size"), LargestSize)),
        _ => drawn,
    };

    private static ParameterValues Hasty(int fast, int slow) =>
        Trend.Parameters.Bind(new([KeyValuePair.Create("fast", (ParameterValue)fast), KeyValuePair.Create("slow", (ParameterValue)slow)]));

    // Costs that eat three quarters of the gross Sharpe ratio of the least hasty candidate, so that twice the costs eat all of it and more.
    private static ExecutionRules Fragile(DataWindows windows, ObjectiveRules rules)
    {
        const double eaten = 0.75;
        var slowest = Hasty(5, 14);
        var usual = new ExecutionRules();
        var gross = Sharpe(usual with { Costs = Costs.None });
        var net = Sharpe(usual);
        return usual with { Costs = usual.Costs.Scaled(Math.Clamp(eaten * gross / (gross - net), 0.05, 1)) };

        double Sharpe(ExecutionRules execution) => SharpeSample.Of(new WalkForward(Trend, windows.Training.Bars, execution, rules).Run(slowest).Returns, 1).SharpePerPeriod ?? 0;
    }
}
