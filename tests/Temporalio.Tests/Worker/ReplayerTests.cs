using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public class ReplayerTests(EmbeddedServerFixture server)
{
    [Fact]
    public void Replayer_WithoutWorkflows_IsRefused() => Should.Throw<ArgumentException>(() => new WorkflowReplayer(new()));

    [Fact]
    public async Task Histories_ManyOfThem_AreAllReplayedOrUpToTheFirstFailure()
    {
        var good = await HistoryAsync();
        var bad = new WorkflowHistory("bad", [.. good.Events.Select(e => e.Clone())]);
        bad.Events.Single(e => e.ActivityTaskScheduledEventAttributes != null).ActivityTaskScheduledEventAttributes.ActivityType.Name = "Other";
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<SlowActivity>());

        var all = (await replayer.ReplayWorkflowsAsync([good, bad, good])).ToList();
        all.Select(result => result.ReplayFailure == null).ShouldBe([true, false, true]);
        var failure = all[1].ReplayFailure.ShouldBeOfType<WorkflowNondeterminismException>();
        failure.Message.ShouldContain("Nondeterminism");
        failure.Message.ShouldContain("Slow");

        await Should.ThrowAsync<WorkflowNondeterminismException>(() => replayer.ReplayWorkflowsAsync([good, bad, good], throwOnReplayFailure: true));
        await Should.ThrowAsync<WorkflowNondeterminismException>(() => replayer.ReplayWorkflowAsync(bad));
    }

    // Complete, still waiting, and ended by failure: all are good replays.
    [Fact]
    public async Task History_CutShort_IsAGoodReplay()
    {
        var whole = await HistoryAsync();
        var cut = new WorkflowHistory("cut", [.. whole.Events.TakeWhile(e => e.ActivityTaskCompletedEventAttributes == null)]);
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<SlowActivity>());
        (await replayer.ReplayWorkflowAsync(cut)).ReplayFailure.ShouldBeNull();
    }

    private async Task<WorkflowHistory> HistoryAsync()
    {
        var queue = $"tq-{Guid.NewGuid()}";
        var options = new TemporalWorkerOptions(queue).AddWorkflow<SlowActivity>()
            .AddActivity(Temporalio.Activities.ActivityDefinition.Create("Slow", typeof(string), [], 0, _ => "done"));
        using var worker = new TemporalWorker(server.Client, options);
        return await worker.ExecuteAsync(async () =>
        {
            var handle = await server.Client.StartWorkflowAsync((SlowActivity wf) => wf.RunAsync(), new($"wf-{Guid.NewGuid()}", queue));
            await handle.GetResultAsync().WaitAsync(TimeSpan.FromSeconds(30));
            return await handle.FetchHistoryAsync();
        });
    }
}
