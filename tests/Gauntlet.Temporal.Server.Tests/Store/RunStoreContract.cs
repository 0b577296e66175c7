using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Tests.Store;

/// <summary>What every store of runs must do; each store's test class inherits it.</summary>
public abstract class RunStoreContract
{
    private static readonly RunKey Run = new("default", "wf", "run-1");

    private protected abstract Task<IRunStore> CreateAsync();

    [SkippableFact]
    public async Task Load_UnknownRun_IsNothing()
    {
        var store = await CreateAsync();
        (await store.LoadAsync(Run)).ShouldBeNull();
        (await store.CurrentRunIdAsync(Run.Workflow)).ShouldBeNull();
        (await store.ReadHistoryAsync(Run, 1, 10)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Commit_NewRun_IsLoadedWithItsEventsAndIsTheLatest()
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 3));
        (await store.LoadAsync(Run))!.Key.ShouldBe(Run);
        (await store.CurrentRunIdAsync(Run.Workflow)).ShouldBe("run-1");
        (await store.ReadHistoryAsync(Run, 2, 10)).Select(e => e.EventId).ShouldBe([2L, 3L]);
    }

    [SkippableTheory]
    [InlineData(1, 2, new long[] { 1, 2 })]
    [InlineData(3, 100, new long[] { 3 })]
    [InlineData(4, 100, new long[0])]
    public async Task ReadHistory_FromAnId_IsInOrderAndLimited(long from, int maximum, long[] expected)
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 3));
        (await store.ReadHistoryAsync(Run, from, maximum)).Select(e => e.EventId).ShouldBe(expected);
    }

    [SkippableFact]
    public async Task Commit_OnAStaleState_IsRefusedWhole()
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 1));
        var stale = new StoreTransaction([new(State(Run, transitions: 9), Events(2, 1), 7)], [new("o", new FinishRun(Run))], "other");
        await Should.ThrowAsync<StoreConflictException>(async () => await store.CommitAsync(stale));
        (await store.ReadHistoryAsync(Run, 1, 10)).Count.ShouldBe(1);
        (await store.ReadOutboxAsync()).ShouldBeEmpty();
        (await store.CurrentRunIdAsync(Run.Workflow)).ShouldBe("run-1");
    }

    [SkippableFact]
    public async Task Commit_OneRunAgainAsNew_IsRefused()
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 1));
        await Should.ThrowAsync<StoreConflictException>(async () => await store.CommitAsync(New(Run, events: 1)));
    }

    [SkippableFact]
    public async Task Outbox_KeepsOrderUntilTakenOut()
    {
        var store = await CreateAsync();
        var tasks = new OutboxEntry[] { new("a", new FinishRun(Run)), new("b", new DeleteRun(Run)), new("c", new StartChild(Run, 5)) };
        await store.CommitAsync(new([new(State(Run, 1), Events(1, 1), null)], tasks, "run-1"));
        await store.RemoveFromOutboxAsync("b");
        (await store.ReadOutboxAsync()).Select(entry => entry.Id).ShouldBe(["a", "c"]);
    }

    [SkippableFact]
    public async Task ReadOpenRuns_ClosedOnes_AreLeftOut()
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 1));
        var closed = State(Run with { RunId = "run-2" }, 1);
        closed.Status = WorkflowExecutionStatus.Completed;
        await store.CommitAsync(new([new(closed, Events(1, 1), null)], [], "run-2"));
        (await store.ReadOpenRunsAsync()).Select(state => state.Key.RunId).ShouldBe(["run-1"]);
    }

    [SkippableFact]
    public async Task Delete_TheLatestRun_LeavesNothing()
    {
        var store = await CreateAsync();
        await store.CommitAsync(New(Run, events: 2));
        await store.DeleteAsync(Run);
        await store.DeleteAsync(Run);
        (await store.LoadAsync(Run)).ShouldBeNull();
        (await store.CurrentRunIdAsync(Run.Workflow)).ShouldBeNull();
        (await store.ReadHistoryAsync(Run, 1, 10)).ShouldBeEmpty();
    }

    private static StoreTransaction New(RunKey key, int events) => new([new(State(key, 1), Events(1, events), null)], [], key.RunId);

    private static RunState State(RunKey key, long transitions) =>
        new() { Key = key, Start = new(), StartTime = DateTimeOffset.UnixEpoch, StartRequestId = "r", Transitions = transitions };

    private static List<HistoryEvent> Events(long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new HistoryEvent { EventId = first + i, EventType = EventType.MarkerRecorded })];
}
