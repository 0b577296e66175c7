using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Tests.Time;

namespace Gauntlet.Temporal.Server.Tests.Matching;

public class TaskQueueTests
{
    private readonly TaskQueue _queue = new(TimeProvider.System);

    [Fact]
    public async Task Poll_WithABacklog_TakesByPriorityThenAge()
    {
        foreach (var (name, priority) in new[] { ("a", 3), ("b", 5), ("c", 1), ("d", 3) })
        {
            _queue.Add(Work(name, priority));
        }

        var order = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            order.Add(Name(await PollAsync()));
        }

        order.ShouldBe(["c", "a", "d", "b"]);
    }

    [Fact]
    public async Task Add_WhilePollersWait_GoesToTheFirstOfThem()
    {
        var first = PollAsync();
        var second = PollAsync();
        _queue.Add(Work("a"));
        Name(await first).ShouldBe("a");
        second.IsCompleted.ShouldBeFalse();
        _queue.Add(Work("b"));
        Name(await second).ShouldBe("b");
    }

    [Fact]
    public async Task Poll_GivenUp_IsEmptyAndLosesNoTask()
    {
        using var patience = new CancellationTokenSource();
        var poll = PollAsync(patience.Token);
        await patience.CancelAsync();
        (await poll).ShouldBeNull();
        _queue.Add(Work("a"));
        Name(await PollAsync()).ShouldBe("a");
    }

    [Fact]
    public async Task Return_OfATask_ComesFirstAgain()
    {
        _queue.Add(Work("a"));
        _queue.Add(Work("b"));
        _queue.Return((await PollAsync())!);
        Name(await PollAsync()).ShouldBe("a");
    }

    [Fact]
    public async Task Unload_SendsPollersAwayAndForgetsThem()
    {
        var poll = PollAsync();
        _queue.HasPoller(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        _queue.Unload();
        (await poll).ShouldBeNull();
        _queue.HasPoller(TimeSpan.FromMinutes(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Remove_OfAWaitingTask_TakesItOut()
    {
        _queue.Add(Work("a"));
        _queue.Add(Work("b"));
        _queue.Remove(Work("a"));
        Name(await PollAsync()).ShouldBe("b");
    }

    [Fact]
    public async Task Poll_WithFairnessKeys_SharesOutByWeight()
    {
        for (var i = 0; i < 6; i++) _queue.Add(Work($"heavy{i}", key: "heavy", weight: 2));
        for (var i = 0; i < 6; i++) _queue.Add(Work($"light{i}", key: "light"));

        var taken = new List<string>();
        for (var i = 0; i < 6; i++) taken.Add(Name(await PollAsync()));

        taken.Count(static name => name.StartsWith("heavy", StringComparison.Ordinal)).ShouldBe(4);
        taken.Where(static name => name.StartsWith("light", StringComparison.Ordinal)).ShouldBe(["light0", "light1"]);
    }

    [Fact]
    public async Task Poll_OfAKeyThatWasIdle_GetsNoTurnsForTheTimeBefore()
    {
        for (var i = 0; i < 10; i++) _queue.Add(Work($"old{i}", key: "old"));
        for (var i = 0; i < 5; i++) await PollAsync();
        for (var i = 0; i < 5; i++) _queue.Add(Work($"new{i}", key: "new"));

        var taken = new List<string>();
        for (var i = 0; i < 4; i++) taken.Add(Name(await PollAsync()));

        taken.Count(static name => name.StartsWith("new", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Limit_OfTwoASecond_LetsTwoOutAndThenOneEachHalfSecond()
    {
        var time = new ManualTime();
        var queue = new TaskQueue(time);
        queue.Limit(2);
        for (var i = 0; i < 4; i++) queue.Add(Work($"w{i}"));
        var polls = Enumerable.Range(0, 4).Select(_ => queue.PollAsync(new("worker", time.GetUtcNow()), default)).ToList();

        polls.Count(static poll => poll.IsCompleted).ShouldBe(2);
        time.Advance(TimeSpan.FromMilliseconds(502));
        Name(await polls[2].WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("w2");
        polls[3].IsCompleted.ShouldBeFalse();
        queue.Limit(null);
        Name(await polls[3].WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("w3");
    }

    [Fact]
    public void Report_OfSeveralPriorities_TellsEach()
    {
        _queue.Add(Work("a", 1));
        _queue.Add(Work("b"));
        _queue.Add(Work("c"));

        var report = _queue.Report();

        report.ByPriority[1].Count.ShouldBe(1);
        report.ByPriority[TaskRank.DefaultPriority].Count.ShouldBe(2);
        report.Total.Count.ShouldBe(3);
    }

    private static WorkflowMatchTask Work(string name, int priority = TaskRank.DefaultPriority, string key = "", float weight = 1) =>
        new(new("default", name, "run"), "stamp", new(priority, key, weight));

    private static string Name(MatchTask? task) => ((WorkflowMatchTask)task!).Run.WorkflowId;

    private Task<MatchTask?> PollAsync(CancellationToken cancellation = default) =>
        _queue.PollAsync(new("worker", TimeProvider.System.GetUtcNow()), cancellation);
}
