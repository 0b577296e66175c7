using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Runs a candidate for Gate 1: on the hold-out, at higher costs, and once more through the folds of training.</summary>
public static class BacktestRun
{
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">The candidate's parameters, complete.</param>
    /// <param name="windows">The study's windows; the hold-out is measured, all bars before it only warm the strategy up, as if it had been running.</param>
    /// <param name="execution">Cash, costs and limits.</param>
    /// <param name="rules">How trials were measured.</param>
    /// <param name="trials">All trials that the candidate was chosen from.</param>
    /// <param name="peers">Parameters of completed trials of the same search by number, the candidate's own among them; <see cref="OverfittingEvidence.MaximumTrials"/> of them, evenly over the search, are enough.</param>
    /// <exception cref="Input.InvalidInputException">Parameters or rules that are refused.</exception>
    public static BacktestEvidence Of(
        StrategyDefinition strategy, ParameterValues parameters, DataWindows windows, ExecutionRules execution, ObjectiveRules rules, TrialCensus trials, IReadOnlyList<ParameterValues> peers)
    {
        var bars = windows.HoldOut.WithHistory(out var start);
        var held = strategy.Run(parameters, bars, execution, start);
        var walkForward = new WalkForward(strategy, windows.Training.Bars, execution, rules);
        var folds = walkForward.Run(parameters);
        var figures = BacktestFigures.Of(ReturnMetrics.Of(held));
        return new()
        {
            Training = Facts(windows.Training),
            HoldOut = Facts(windows.HoldOut),
            EmbargoBars = windows.HoldOut.Start - windows.Training.End,
            Candidate = figures,
            Benchmark = BacktestFigures.Of(ReturnMetrics.Of(Simulator.BuyAndHold(bars, execution, start))),
            CostStresses = [.. CostStress.Factors.Select(AtCosts)],
            Record = SharpeSample.Of([.. folds.Returns, .. held.Returns()], figures.Sample.PeriodsPerYear),
            Folds = folds.Scores,
            Trials = trials,
            Overfitting = OverfittingEvidence.Of(walkForward, peers),
            Neighbours = [.. Neighbourhood.Of(strategy.Parameters, parameters).Select(near => new Neighbour(near.Parameter, near.Values, SharpeOf(near.Values)))],
        };

        double? SharpeOf(ParameterValues values) =>
            SharpeSample.Of([.. walkForward.Run(values).Returns, .. strategy.Run(values, bars, execution, start).Returns()], figures.Sample.PeriodsPerYear).SharpePerYear;

        CostStress AtCosts(double factor)
        {
            var dearer = execution with { Costs = execution.Costs.Scaled(factor) };
            var stressed = strategy.Run(parameters, bars, dearer, start);
            var record = SharpeSample.Of([.. new WalkForward(strategy, windows.Training.Bars, dearer, rules).Run(parameters).Returns, .. stressed.Returns()], figures.Sample.PeriodsPerYear);
            return new(factor, BacktestFigures.Of(ReturnMetrics.Of(stressed))) { Record = record };
        }
    }

    private static WindowFacts Facts(DataWindow window) => new(window.From, window.To, window.Count, window.Hash);
}
