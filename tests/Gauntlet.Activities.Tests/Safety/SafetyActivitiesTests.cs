using Gauntlet.Storage.Tests;

namespace Gauntlet.Activities.Tests.Safety;

public class SafetyActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    [SkippableFact]
    public async Task ListRunning_AnyOrder_IsSortedAndWithoutSafetyItself()
    {
        using var world = new World(fixture.Database);
        world.Running.AddRange(["training/b", "safety", "pipeline/b", "paper/a/1"]);
        (await world.Safety.ListRunningAsync()).ShouldBe(["paper/a/1", "pipeline/b", "training/b"]);
    }
}
