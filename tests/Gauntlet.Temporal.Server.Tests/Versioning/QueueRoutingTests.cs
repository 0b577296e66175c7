using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public class QueueRoutingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly VersionQueue Queue = new("queue", TaskQueueType.Workflow), Other = new("other", TaskQueueType.Workflow);
    private static readonly WorkerVersion One = new("shop", "1"), Two = new("shop", "2");

    private static readonly Deployment Shop = DeploymentChanges.New("shop", Start).With("1", Queue, Start).With("2", Queue, Start).With("2", Other, Start);

    [Fact]
    public void Of_AQueueThatNoVersionKnows_IsNothing() => QueueRouting.Of([Shop], new("queue", TaskQueueType.Activity)).ShouldBeNull();

    [Fact]
    public void Target_WithoutCurrentVersion_IsWorkersWithoutOne() => QueueRouting.Of([Shop], Queue)!.Target(null, "id").ShouldBeNull();

    [Fact]
    public void Target_WithCurrentVersion_IsThat() => Routing(Shop.SetCurrent("1", "me", At(1))).Target(null, "id").ShouldBe(One);

    [Fact]
    public void Target_OfAQueueThatTheCurrentVersionDoesNotKnow_IsWorkersWithoutOne() =>
        QueueRouting.Of([Shop.SetCurrent("1", "me", At(1))], Other)!.Target(null, "id").ShouldBeNull();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 15)]
    [InlineData(100, 24)]
    public void Target_WithARamp_IsDecidedByTheHashOfTheId(float percentage, int expected)
    {
        var routing = Routing(Shop.SetCurrent("1", "me", At(1)).SetRamp(new("2", percentage), "me", At(2)));
        Enumerable.Range(0, 24).Count(i => routing.Target(null, $"ramp-{i}") == Two).ShouldBe(expected);
    }

    [Fact]
    public void Target_WithARampToWorkersWithoutVersion_IsThoseForSome()
    {
        var routing = Routing(Shop.SetCurrent("1", "me", At(1)).SetRamp(new(null, 50), "me", At(2)));
        routing.Target(null, "ramp-1").ShouldBeNull();
        routing.Target(null, "ramp-0").ShouldBe(One);
    }

    [Fact]
    public void Target_OfAPinnedRun_IsItsVersionWhateverIsCurrent()
    {
        var routing = Routing(Shop.SetCurrent("2", "me", At(1)));
        routing.Target(new(One), "id").ShouldBe(One);
        routing.Target(new(new("shop", "gone")), "id").ShouldBe(new("shop", "gone"));
        QueueRouting.TargetWithout(new(One)).ShouldBe(One);
    }

    [Fact]
    public void Target_OfAnActivityOnAQueueThatThePinDoesNotKnow_IsTheQueues()
    {
        var current = Shop.SetCurrent("2", "me", At(1));
        QueueRouting.Of([current], Other)!.Target(new(One, IsFreeElsewhere: true), "id").ShouldBe(Two);
        QueueRouting.Of([current], Queue)!.Target(new(One, IsFreeElsewhere: true), "id").ShouldBe(One);
        QueueRouting.TargetWithout(new(One, IsFreeElsewhere: true)).ShouldBeNull();
    }

    [Fact]
    public void Of_TwoDeploymentsOnOneQueue_TheOneChangedLastHasIt()
    {
        var store = DeploymentChanges.New("store", Start).With("1", Queue, Start);
        var routing = QueueRouting.Of([store.SetCurrent("1", "me", At(2)), Shop.SetCurrent("1", "me", At(1))], Queue)!;
        routing.Current.ShouldBe(new("store", "1"));
        routing.CurrentChanged.ShouldBe(At(2));
        routing.Versions.ShouldBe([One, Two, new("store", "1")], ignoreOrder: true);
    }

    private static QueueRouting Routing(Deployment deployment) => QueueRouting.Of([deployment], Queue)!;

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);
}
