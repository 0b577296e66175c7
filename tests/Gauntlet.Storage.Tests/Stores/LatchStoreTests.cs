using Gauntlet.Contracts.Safety;
using Gauntlet.Storage.Safety;

namespace Gauntlet.Storage.Tests.Stores;

public class LatchStoreTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Latch_ClosedAndOpened_KeepsTheFirstReasonAndIgnoresRepetitions()
    {
        var latch = new LatchStore(fixture.Database.Source);
        (await latch.ReadAsync(default)).ShouldBe(LatchState.Open);
        (await latch.OpenAsync(new(new("all is well", "me"), Noon), default)).ShouldBe(LatchState.Open);

        var closed = new LatchState(true, "fire", "me", Noon, true);
        (await latch.CloseAsync(new(new("fire", "me", Flatten: true), Noon), default)).ShouldBe(closed);
        (await latch.CloseAsync(new(new("flood", "you"), Noon.AddMinutes(1)), default)).ShouldBe(closed);
        (await new LatchStore(fixture.Database.Source).ReadAsync(default)).ShouldBe(closed);

        (await latch.OpenAsync(new(new("put out", "me"), Noon.AddMinutes(2)), default)).ShouldBe(LatchState.Open);

        // The same request once more, after the stop was lifted: an activity that was retried late.
        (await latch.CloseAsync(new(new("fire", "me", Flatten: true), Noon), default)).ShouldBe(LatchState.Open);
    }

    [SkippableFact]
    public async Task Latch_ClosedByManyAtOnce_HasOneReason()
    {
        var latch = new LatchStore(fixture.Database.Source);
        var states = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => latch.CloseAsync(new(new($"reason {i}", "me"), Noon.AddHours(i + 1)), default)));
        states.Distinct().Count().ShouldBe(1);
        await latch.OpenAsync(new(new("done", "me"), Noon.AddDays(1)), default);
    }
}
