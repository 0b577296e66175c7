using System.Collections.Frozen;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public class VersionedQueueTests
{
    private static readonly WorkerVersion One = new("shop", "1"), Two = new("shop", "2");
    private static readonly FrozenSet<WorkerVersion> Both = new[] { One, Two }.ToFrozenSet();

    private readonly VersionedQueue _queue = new(TimeProvider.System);

    [Fact]
    public async Task Add_WithCurrentVersion_GoesToItsWorkers()
    {
        _queue.Route(new() { Versions = Both, Current = One });
        var (one, two, none) = (PollAsync(One), PollAsync(Two), PollAsync(null));
        _queue.Add(Work("a"));
        Name(await one).ShouldBe("a");
        (two.IsCompleted, none.IsCompleted).ShouldBe((false, false));
    }

    [Fact]
    public async Task Route_WhileTasksWait_TakesThemAlongInTheirOrder()
    {
        _queue.Add(Work("a"));
        _queue.Add(Work("pinned") with { Directive = new(Two) });
        _queue.Add(Work("b"));
        _queue.Route(new() { Versions = Both, Current = One });
        _queue.Add(Work("c"));
        (await NamesAsync(One, 3)).ShouldBe(["a", "b", "c"]);
        (await NamesAsync(Two, 1)).ShouldBe(["pinned"]);
    }

    [Fact]
    public async Task Route_BackToWorkersWithoutVersion_GivesThemTheTasks()
    {
        _queue.Route(new() { Versions = Both, Current = One });
        _queue.Add(Work("a"));
        _queue.Route(new() { Versions = Both });
        (await NamesAsync(null, 1)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Add_WhileRoutingChanges_LosesNoTask()
    {
        const int tasks = 400;
        var adding = Task.Run(() =>
        {
            for (var i = 0; i < tasks; i++) _queue.Add(Work($"t{i}"));
        });
        var routing = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++) _queue.Route(new() { Versions = Both, Current = i % 2 == 0 ? One : Two });
        });
        await Task.WhenAll(adding, routing);
        _queue.Report(Two).Total.Count.ShouldBe(tasks);
        (await NamesAsync(Two, tasks)).Distinct(StringComparer.Ordinal).Count().ShouldBe(tasks);
    }

    [Fact]
    public void Report_OfAll_IsThatOfItsPartsTogether()
    {
        _queue.Route(new() { Versions = Both, Current = One });
        _ = PollAsync(Two);
        _ = PollAsync(null);
        _queue.Add(Work("a"));
        _queue.Report().Total.Count.ShouldBe(1);
        _queue.Report().Pollers.Count.ShouldBe(2);
        _queue.Report(One).Pollers.ShouldBeEmpty();
        _queue.Report(new WorkerVersion("shop", "unknown")).Total.Count.ShouldBe(0);
    }

    // The way of a queue without versions is the way of most.
    [Fact]
    public void Add_OfAQueueWithoutVersions_AllocatesWhatItsQueueDoes()
    {
        var (alone, task) = (new TaskQueue(TimeProvider.System), Work("a"));
        var expected = Allocated(() => alone.Add(task), () => alone.Remove(task));
        Allocated(() => _queue.Add(task), () => _queue.Unversioned.Remove(task)).ShouldBe(expected);
    }

    private static long Allocated(Action add, Action remove)
    {
        const int times = 100;
        for (var i = 0; i < times; i++)
        {
            add();
            remove();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++)
        {
            add();
            remove();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static ActivityMatchTask Work(string name) => new(new("default", name, "run"), 5, name, TaskRank.Default);

    private static string Name(MatchTask? task) => ((ActivityMatchTask)task!).Stamp;

    private Task<MatchTask?> PollAsync(WorkerVersion? version) => _queue.Of(version).PollAsync(new("worker", TimeProvider.System.GetUtcNow()), CancellationToken.None);

    private async Task<IReadOnlyList<string>> NamesAsync(WorkerVersion? version, int count)
    {
        var names = new List<string>();
        for (var i = 0; i < count; i++) names.Add(Name(await PollAsync(version).WaitAsync(TimeSpan.FromSeconds(10))));
        return names;
    }
}
