namespace Gauntlet.Conformance.Tests.Behaviours;

public class BehaviourListTests
{
    [Fact]
    public void Suite_OfBehaviours_HasAtLeastThreeHundred() => BehaviourSuite.All.Count.ShouldBeGreaterThanOrEqualTo(300);

    [Fact]
    public void Suite_OfBehaviours_AgreesWithTheRecordedList() =>
        ExpectedBehaviours.Names.ShouldBe(BehaviourSuite.All.Select(behaviour => behaviour.Name), ignoreOrder: true);
}
