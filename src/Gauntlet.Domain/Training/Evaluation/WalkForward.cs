using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>Runs parameters through the folds of a training window. It sees no other bars. Safe to use from several threads.</summary>
public sealed class WalkForward
{
    private readonly StrategyDefinition _strategy;
    private readonly BarSeries _training;
    private readonly ExecutionRules _execution;
    private readonly IReadOnlyList<Fold> _folds;
    private readonly double[] _benchmark;

    /// <param name="strategy">The strategy.</param>
    /// <param name="training">The training window and nothing else.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="rules">How trials are measured.</param>
    /// <exception cref="Input.InvalidInputException">Rules out of range, or too few bars.</exception>
    public WalkForward(StrategyDefinition strategy, BarSeries training, ExecutionRules execution, ObjectiveRules rules)
    {
        (_strategy, _training, _execution) = (strategy, training, execution.Validated());
        _folds = Fold.Anchored(training.Count, rules.Validated().Folds, rules.EmbargoBars);
        _benchmark = [.. _folds.Select(fold => SharpeOrFlat(ReturnMetrics.Of(Simulator.BuyAndHold(Until(fold), execution, fold.TestStart))))];
    }

    /// <summary>The folds that a study may rest on: each has room for the strategy to warm up by default.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="bars">Bars of the window.</param>
    /// <param name="rules">How trials are measured.</param>
    /// <exception cref="Input.InvalidInputException">Rules out of range, too few bars, or folds too short to warm the strategy up.</exception>
    public static IReadOnlyList<Fold> FoldsOf(StrategyDefinition strategy, int bars, ObjectiveRules rules)
    {
        var folds = Fold.Anchored(bars, rules.Validated().Folds, rules.EmbargoBars);
        var warmUp = strategy.WarmUp(strategy.Parameters.Defaults);
        return warmUp <= folds[0].TestStart ? folds : throw new Input.InvalidInputException(
            "training bars", $"{bars}", $"{strategy.Name} needs {warmUp} bars to warm up, and a fold of {bars} training bars has {folds[0].TestStart}; give at least {warmUp * (rules.Folds + 1)} training bars.");
    }

    /// <summary>Runs every fold; the bars before its test only warm the strategy up.</summary>
    /// <param name="parameters">Complete parameters.</param>
    /// <param name="judge">Asked after every fold but the last: a sentence ends the run there. Default null: nobody is asked.</param>
    public WalkForwardResult Run(ParameterValues parameters, Func<FoldScore, string?>? judge = null)
    {
        var results = new List<SimulationResult>(_folds.Count);
        var metrics = new List<ReturnMetrics>(_folds.Count);
        var scores = new List<FoldScore>(_folds.Count);
        string? stopped = null;
        for (var i = 0; i < _folds.Count && stopped is null; i++)
        {
            results.Add(_strategy.Run(parameters, Until(_folds[i]), _execution, _folds[i].TestStart));
            metrics.Add(ReturnMetrics.Of(results[i]));
            scores.Add(new(SharpeOrFlat(metrics[i]), _benchmark[i], metrics[i].TotalReturnFraction, metrics[i].MaxDrawdownFraction, metrics[i].Trades));
            if (i < _folds.Count - 1) stopped = judge?.Invoke(scores[i]);
        }

        return new()
        {
            Stopped = stopped,
            Scores = scores,
            Returns = [.. results.SelectMany(result => result.Returns())],
            PeriodsPerYear = metrics[0].PeriodsPerYear,
            Fills = results.Sum(result => result.FillCount),
            Trades = metrics.Sum(m => m.Trades),
            TurnoverPerYear = metrics.Average(m => m.TurnoverPerYear),
        };
    }

    private static double SharpeOrFlat(ReturnMetrics metrics) => double.IsNaN(metrics.Sharpe) ? 0 : metrics.Sharpe;

    private BarSeries Until(Fold fold) => _training.Slice(0, fold.TestStart + fold.TestCount);
}

/// <summary>What came of the folds.</summary>
public sealed record WalkForwardResult
{
    /// <summary>Why it ended before its last fold, in a sentence; null where it did not. Default null.</summary>
    public string? Stopped { get; init; }

    /// <summary>The folds that were run, in time order.</summary>
    public required IReadOnlyList<FoldScore> Scores { get; init; }

    /// <summary>Returns of all folds, one after the other.</summary>
    public required double[] Returns { get; init; }

    /// <summary>Returns a year.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>Number of fills.</summary>
    public required int Fills { get; init; }

    /// <summary>Closed round trips.</summary>
    public required int Trades { get; init; }

    /// <summary>Traded value over equity, a year, mean over the folds.</summary>
    public required double TurnoverPerYear { get; init; }
}
