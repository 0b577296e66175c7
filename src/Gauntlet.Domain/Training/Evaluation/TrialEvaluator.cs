using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>Measures parameters on the training window by an anchored walk-forward. It sees no other bars. Safe to use from several threads.</summary>
public sealed class TrialEvaluator
{
    private readonly StrategyDefinition _strategy;
    private readonly BarSeries _training;
    private readonly ExecutionRules _execution;
    private readonly ObjectiveRules _rules;
    private readonly IReadOnlyList<Fold> _folds;
    private readonly double[] _benchmark;

    /// <param name="strategy">The strategy.</param>
    /// <param name="training">The training window and nothing else.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="rules">How trials are measured.</param>
    /// <exception cref="Input.InvalidInputException">Rules out of range, or too few bars.</exception>
    public TrialEvaluator(StrategyDefinition strategy, BarSeries training, ExecutionRules execution, ObjectiveRules rules)
    {
        (_strategy, _training, _execution, _rules) = (strategy, training, execution.Validated(), rules.Validated());
        _folds = Fold.Anchored(training.Count, rules.Folds, rules.EmbargoBars);
        _benchmark = [.. _folds.Select(fold => SharpeOrFlat(ReturnMetrics.Of(Simulator.BuyAndHold(Until(fold), execution, fold.TestStart))))];
    }

    /// <summary>Runs a trial.</summary>
    /// <param name="parameters">Complete parameters.</param>
    /// <returns><see cref="Completed"/>, <see cref="Pruned"/> or <see cref="Failed"/>; an error of the strategy is a state, not an exception.</returns>
    public TrialState Evaluate(ParameterValues parameters)
    {
        try
        {
            return Judge([.. _folds.Select(fold => _strategy.Run(parameters, Until(fold), _execution, fold.TestStart))]);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Failed($"{error.GetType().Name}: {error.Message}");
        }
    }

    private static double SharpeOrFlat(ReturnMetrics metrics) => double.IsNaN(metrics.Sharpe) ? 0 : metrics.Sharpe;

    private TrialState Judge(IReadOnlyList<SimulationResult> results)
    {
        var metrics = results.Select(ReturnMetrics.Of).ToList();
        var trades = metrics.Sum(m => m.Trades);
        var turnover = metrics.Average(m => m.TurnoverPerYear);
        if (results.All(r => r.FillCount == 0)) return new Pruned("It never traded.");

        var sample = SharpeSample.Of([.. results.SelectMany(r => r.Returns())], metrics[0].PeriodsPerYear);
        if (sample.SharpePerPeriod is null) return new Pruned("Its equity never varied.");
        if (trades < _rules.MinimumTrades) return new Pruned($"It closed {trades} round trips; {_rules.MinimumTrades} are the least that can be measured.");
        if (turnover > _rules.MaximumTurnoverPerYear) return new Pruned($"It turned its equity over {turnover:F0} times a year; {_rules.MaximumTurnoverPerYear:F0} are allowed.");

        var folds = metrics.Select((m, i) => new FoldScore(SharpeOrFlat(m), _benchmark[i], m.TotalReturnFraction, m.MaxDrawdownFraction, m.Trades)).ToList();
        var excess = Moments.Of([.. folds.Select(fold => fold.Sharpe - fold.BenchmarkSharpe)]);
        return new Completed(new()
        {
            Objective = excess.Mean - (_rules.DispersionPenalty * excess.StandardDeviation),
            Folds = folds,
            Sample = sample,
            Trades = trades,
            TurnoverPerYear = turnover,
        });
    }

    private BarSeries Until(Fold fold) => _training.Slice(0, fold.TestStart + fold.TestCount);
}
