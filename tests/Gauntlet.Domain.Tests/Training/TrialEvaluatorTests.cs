using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Tests.Training;

public class TrialEvaluatorTests
{
    private static readonly BarSeries Market = SyntheticMarket.Create(SyntheticKind.Trend, 1, 6000).Series;
    private static readonly StrategyDefinition Sma = StrategyCatalogue.Find("sma-cross");

    [Fact]
    public void Evaluate_OrdinaryParameters_CompletesWithFiniteFigures()
    {
        var score = Evaluate(Sma.Parameters.Defaults).ShouldBeOfType<Completed>().Score;
        score.Folds.Count.ShouldBe(5);
        double.IsFinite(score.Objective).ShouldBeTrue();
        score.Sample.Periods.ShouldBe(5000);

        var excess = score.Folds.Select(fold => fold.Sharpe - fold.BenchmarkSharpe).ToList();
        var deviation = Math.Sqrt(excess.Sum(e => Math.Pow(e - excess.Average(), 2)) / 4);
        score.Objective.ShouldBe(excess.Average() - (0.25 * deviation), 1e-12);
    }

    [Fact]
    public void Evaluate_StrategyThatNeverTrades_IsPrunedAndNotZero() =>
        Evaluate(StrategyCatalogue.Find("rsi-reversion"), With(("length", 50), ("low", 5), ("high", 95))).ShouldBe(new NeverTraded());

    [Fact]
    public void Evaluate_TooFewRoundTrips_IsPruned() =>
        Evaluate(Sma.Parameters.Defaults, new() { MinimumTrades = 10_000 }).ShouldBeOfType<OffLimits>().Reason.ShouldContain("10000 are the least");

    [Fact]
    public void Evaluate_TooMuchTurnover_IsPruned() =>
        Evaluate(Sma.Parameters.Defaults, new() { MaximumTurnoverPerYear = 1 }).ShouldBeOfType<OffLimits>().Reason.ShouldContain("1 are allowed");

    [Fact]
    public void Evaluate_RefusedParameters_IsAFailedTrial() =>
        Evaluate(With(("fast", 90), ("slow", 50))).ShouldBeOfType<Failed>().Error.ShouldContain("fast < slow");

    [Fact]
    public void Evaluate_BarsAfterAFold_CannotChangeIt()
    {
        // Two markets with the same first 5,000 bars: only the last fold, from bar 5,000 on, may differ.
        var other = Joined(Market.Slice(0, 5000), SyntheticMarket.Create(SyntheticKind.Noise, 9, 6000).Series);
        var own = (Completed)Evaluate(Sma.Parameters.Defaults);
        var changed = (Completed)new TrialEvaluator(Sma, other, new(), new()).Evaluate(Sma.Parameters.Defaults);
        changed.Score.Folds.Take(4).ShouldBe(own.Score.Folds.Take(4));
        changed.Score.Folds[4].ShouldNotBe(own.Score.Folds[4]);
    }

    [Fact]
    public void Rules_OutOfRange_NameFieldValueAndRemedy() =>
        Should.Throw<InvalidInputException>(() => new TrialEvaluator(Sma, Market, new(), new() { Folds = 1 })).Message.ShouldBe("Training: Folds = 1 is not from 2 to 50. Give a value from 2 to 50.");

    private static ParameterValues With(params (string Name, double Value)[] values) => new(values.Select(v => KeyValuePair.Create(v.Name, (ParameterValue)v.Value)));

    private static TrialState Evaluate(ParameterValues parameters, ObjectiveRules? rules = null) => new TrialEvaluator(Sma, Market, new(), rules ?? new()).Evaluate(parameters);

    private static TrialState Evaluate(StrategyDefinition strategy, ParameterValues parameters) => new TrialEvaluator(strategy, Market, new(), new()).Evaluate(parameters);

    private static BarSeries Joined(BarSeries first, BarSeries second)
    {
        var rest = second.Slice(first.Count, second.Count - first.Count);
        return new(
            first.Symbol,
            first.Interval,
            [.. first.Times, .. rest.Times],
            [.. first.Open, .. rest.Open],
            [.. first.High, .. rest.High],
            [.. first.Low, .. rest.Low],
            [.. first.Close, .. rest.Close],
            [.. first.Volume, .. rest.Volume]);
    }
}
