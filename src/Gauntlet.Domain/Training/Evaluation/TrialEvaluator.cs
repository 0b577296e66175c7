using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>Measures trials on the training window by an anchored walk-forward. Safe to use from several threads.</summary>
/// <param name="strategy">The strategy.</param>
/// <param name="training">The training window and nothing else.</param>
/// <param name="execution">Cash, costs and limits.</param>
/// <param name="rules">How trials are measured.</param>
/// <exception cref="Input.InvalidInputException">Rules out of range, or too few bars.</exception>
public sealed class TrialEvaluator(StrategyDefinition strategy, BarSeries training, ExecutionRules execution, ObjectiveRules rules)
{
    private readonly WalkForward _walkForward = new(strategy, training, execution, rules);

    /// <summary>Runs a trial.</summary>
    /// <param name="parameters">Complete parameters.</param>
    /// <param name="judge">Asked after every fold but the last: a sentence prunes the trial. Default null: nobody is asked.</param>
    /// <returns><see cref="Completed"/>, <see cref="Pruned"/> or <see cref="Failed"/>; an error of the strategy is a state, not an exception.</returns>
    public TrialState Evaluate(ParameterValues parameters, Func<FoldScore, string?>? judge = null)
    {
        try
        {
            return Judge(_walkForward.Run(parameters, judge));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Failed($"{error.GetType().Name}: {error.Message}");
        }
    }

    private TrialState Judge(WalkForwardResult result)
    {
        if (result.Stopped is { } why) return new StoppedEarly(why) { FoldValues = [.. result.Scores.Select(fold => fold.Excess)] };
        if (result.Fills == 0) return new NeverTraded();
        var sample = SharpeSample.Of(result.Returns, result.PeriodsPerYear);
        if (sample.SharpePerPeriod is null) return new NeverVaried();
        if (result.Trades < rules.MinimumTrades) return new OffLimits($"It closed {result.Trades} round trips; {rules.MinimumTrades} are the least that can be measured.") { Violation = 1 - ((double)result.Trades / rules.MinimumTrades) };
        if (result.TurnoverPerYear > rules.MaximumTurnoverPerYear)
        {
            return new OffLimits($"It turned its equity over {result.TurnoverPerYear:F0} times a year; {rules.MaximumTurnoverPerYear:F0} are allowed.") { Violation = (result.TurnoverPerYear / rules.MaximumTurnoverPerYear) - 1 };
        }

        var excess = Moments.Of([.. result.Scores.Select(fold => fold.Excess)]);
        return new Completed(new()
        {
            Objective = excess.Mean - (rules.DispersionPenalty * excess.StandardDeviation),
            Folds = result.Scores,
            Sample = sample,
            Trades = result.Trades,
            TurnoverPerYear = result.TurnoverPerYear,
        });
    }
}
