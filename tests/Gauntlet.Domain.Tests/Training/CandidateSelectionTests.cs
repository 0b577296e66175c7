using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class CandidateSelectionTests
{
    private static readonly SearchSpace Space = SearchSpace.Of(new("test", [new FloatParameter("x", "-", 0, 1, 0), new FloatParameter("size", "-", 0, 1, 0)], []));

    [Fact]
    public void Best_RankedTrials_TakesTheBestThatDiffer() =>
        Numbers((0.1, 1, 3, 1), (0.5, 1, 5, 2), (0.51, 1, 4, 2.1), (0.9, 1, 2, 0), (0.3, 1, 1, 3)).ShouldBe([1, 0, 3]);

    [Fact]
    public void Best_OnlySizeDiffers_IsTheSameStrategy() => Numbers((0.5, 1, 5, 2), (0.5, 0.2, 4, 2.01), (0.9, 1, 1, 0)).ShouldBe([0, 2]);

    [Fact]
    public void Best_SameObjective_TakesTheOlder() => Numbers((0.1, 1, 3, 1), (0.9, 1, 3, 2)).ShouldBe([0, 1]);

    [Fact]
    public void Best_NothingCompleted_IsEmpty()
    {
        var history = new TrialHistory(Space, [new(0, At(0.1, 1), new NeverTraded()), new(1, At(0.2, 1), new Failed("-"))]);
        CandidateSelection.Best(history).ShouldBeEmpty();
    }

    // Trials by x, size, objective and Sharpe ratio of their only fold.
    private static int[] Numbers(params (double X, double Size, double Objective, double Sharpe)[] trials) =>
        [.. CandidateSelection.Best(new(Space, trials.Select((t, i) => new Trial(i, At(t.X, t.Size), Value(t.Objective, t.Sharpe))))).Select(trial => trial.Number)];

    private static ParameterValues At(double x, double size) => new([KeyValuePair.Create("x", (ParameterValue)x), KeyValuePair.Create("size", (ParameterValue)size)]);

    private static Completed Value(double objective, double sharpe) =>
        new(new() { Objective = objective, Folds = [new(sharpe, 0, 0, 0, 1)], Sample = new(10, 1, 0.1, 0, 3), Trades = 1, TurnoverPerYear = 1 });
}
