using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Explicit histories divided by Optuna 5.0.0; C complete, P pruned, R running, F failed.</summary>
public class TrialSplitTests
{
    [Fact]
    public void Of_RunningAndFailed_JoinTheOthersOrNobody()
    {
        var split = Split("C-1.485 C-.1074 C2.548 R C1.009 C-1.417 C1.275 R C-.8336 C1.845 C-.8383 P F R");
        split.Finished.ShouldBe(10);
        split.Good.ShouldBe([2]);
        split.Others.ShouldBe([0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);
    }

    [Fact]
    public void Of_PlainHistory_TakesTheBestInOrderOfTrials() =>
        Split("C-2.419 C2.594 C-1.036 C.1647 C-1.065 C2.762 C2.693 C1.941 C-2.872 C1.187 C-.5417 C-2.903 C-1.231 C1.74 C.4537 C2.378 C1.291").Good.ShouldBe([5, 6]);

    [Fact]
    public void Of_OnlyPruned_TakesTheOldest() => Split("P P P").Good.ShouldBe([0]);

    [Fact]
    public void Of_Nothing_IsNothing() => Split(string.Empty).Finished.ShouldBe(0);

    // ⌈0.1·n⌉, at most 25.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(17, 2)]
    [InlineData(250, 25)]
    [InlineData(1000, 25)]
    public void Gamma_KnownCounts_IsTheKnownNumber(int finished, int expected) => TrialSplit.Gamma(finished).ShouldBe(expected);

    private static (IReadOnlyList<int> Good, IReadOnlyList<int> Others, int Finished) Split(string trials)
    {
        var points = trials.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, i) => new TrialPoint(new(i, new([]), State(text)), [i])).ToArray();
        var split = TrialSplit.Of(points);
        return ([.. split.Good.Select(point => (int)point[0])], [.. split.Others.Select(point => (int)point[0])], split.Finished);
    }

    private static TrialState State(string text) => text[0] switch
    {
        'C' => new Completed(new() { Objective = double.Parse(text[1..]), Folds = [], Sample = new(2, 1, 0, 0, 3), Trades = 1, TurnoverPerYear = 1 }),
        'P' => new Pruned("planted"),
        'R' => new Running(),
        _ => new Failed("planted"),
    };
}
