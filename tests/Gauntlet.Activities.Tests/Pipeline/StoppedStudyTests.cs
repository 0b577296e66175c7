using Gauntlet.Contracts;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Pipeline;

public class StoppedStudyTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task OpenStudy_LatchClosed_IsRefusedWithTheReasonUntilItOpens()
    {
        using var world = new World(fixture.Database);
        await world.Safety.CloseLatchAsync(new(new("prices are wrong", "ann"), Noon));
        (await world.Safety.ReadLatchAsync()).Stopped.ShouldBeTrue();

        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Study.OpenStudyAsync(World.Request("stopped")));
        error.ErrorType.ShouldBe(FailureTypes.EmergencyStopped);
        error.NonRetryable.ShouldBeTrue();
        error.Message.ShouldContain("prices are wrong");
        error.Message.ShouldContain("ann");
        (await world.CountAsync("study")).ShouldBe(0);

        await world.Safety.OpenLatchAsync(new(new("prices are right", "ann"), Noon.AddHours(1)));
        await world.Study.OpenStudyAsync(World.Request("stopped"));
    }
}
