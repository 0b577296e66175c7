using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;

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

    private static WorkflowMatchTask Work(string name, int priority = MatchTask.DefaultPriority) => new(new("default", name, "run"), "stamp", priority);

    private static string Name(MatchTask? task) => ((WorkflowMatchTask)task!).Run.WorkflowId;

    private Task<MatchTask?> PollAsync(CancellationToken cancellation = default) =>
        _queue.PollAsync(new("worker", TimeProvider.System.GetUtcNow()), cancellation);
}
