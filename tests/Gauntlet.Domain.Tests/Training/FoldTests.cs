using Gauntlet.Domain.Input;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Tests.Training;

public class FoldTests
{
    // By hand: 605 bars in 5 + 1 parts of 100, the last test takes the 5 left over.
    [Fact]
    public void Anchored_WindowWithRest_TestsEveryPartButTheFirst() =>
        Fold.Anchored(605, 5, 10).ShouldBe([new(90, 100, 100), new(190, 200, 100), new(290, 300, 100), new(390, 400, 100), new(490, 500, 105)]);

    [Theory]
    [InlineData(100, 5, 0)]
    [InlineData(600, 5, 100)]
    public void Anchored_TooFewBars_SaysHowManyItTakes(int bars, int count, int embargo) =>
        Should.Throw<InvalidInputException>(() => Fold.Anchored(bars, count, embargo)).Message.ShouldContain("give at least");

    // The slow average of 100 bars and one bar to compare: 101; 599 bars leave 99 before the first test, 606 leave 101.
    [Fact]
    public void FoldsOf_FoldsShorterThanTheWarmUp_AreRefused()
    {
        var strategy = StrategyCatalogue.Find("sma-cross");
        Should.Throw<InvalidInputException>(() => WalkForward.FoldsOf(strategy, 599, new())).Message.ShouldContain("needs 101 bars to warm up, and a fold of 599 training bars has 99; give at least 606");
        WalkForward.FoldsOf(strategy, 606, new()).Count.ShouldBe(5);
    }
}
