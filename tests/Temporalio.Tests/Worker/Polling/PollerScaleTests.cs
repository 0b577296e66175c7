using Temporalio.Worker.Polling;

namespace Temporalio.Tests.Worker.Polling;

public class PollerScaleTests
{
    [Fact]
    public void Target_OfFixedNumber_NeverChanges()
    {
        var scale = PollerScale.Fixed(5);

        scale.Ended(hasTask: true, delta: 7);
        scale.Failed(isOverload: true);
        scale.Ended(hasTask: false, delta: null);

        scale.Target.ShouldBe(5);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(-2, 3)]
    [InlineData(100, 10)]
    [InlineData(-100, 1)]
    public void Target_AsTheServerAsks_StaysWithinBounds(int delta, int expected)
    {
        var scale = PollerScale.Between(1, 10, 5);

        scale.Ended(hasTask: true, delta);

        scale.Target.ShouldBe(expected);
    }

    [Fact]
    public void Target_AfterEmptyPolls_FallsOnlyIfTheServerEverDecided()
    {
        var scale = PollerScale.Between(1, 10, 5);
        scale.Ended(hasTask: false, delta: null);
        scale.Target.ShouldBe(5);

        scale.Ended(hasTask: true, delta: 1);
        scale.Ended(hasTask: false, delta: null);

        scale.Target.ShouldBe(5);
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 7)]
    public void Target_AfterErrors_IsHalvedByOverloadAndOneLessOtherwise(bool isOverload, int expected)
    {
        var scale = PollerScale.Between(1, 10, 8);

        scale.Failed(isOverload);

        scale.Target.ShouldBe(expected);
    }
}
