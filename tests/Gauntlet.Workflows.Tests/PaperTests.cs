using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Safety;
using Gauntlet.Workflows.Paper;
using Temporalio.Client;

namespace Gauntlet.Workflows.Tests;

public class PaperTests
{
    private static readonly PaperRequest Request = new() { Candidate = new("test", 0, new string('c', 64)), Strategy = "sma-cross", PaceFactor = 1 };

    [Fact]
    public async Task Paper_HourlyBars_TakeSevenDaysInOrder()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var started = await world.NowAsync();

            var outcome = await world.Client.ExecuteWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));

            outcome.Days.ShouldBe(7);
            world.Activities.Bars.ShouldBe(Enumerable.Range(0, 168));
            var took = await world.NowAsync() - started;
            took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(7));
            took.ShouldBeLessThan(TimeSpan.FromDays(7.1));
        });
    }

    [Fact]
    public async Task Paper_PaceFactor_ShortensTheWaits()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var started = await world.NowAsync();
            var fast = Request with { PaceFactor = 24 };

            await world.Client.ExecuteWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(fast), new("paper/test/0", TaskQueues.Main));

            (await world.NowAsync() - started).ShouldBeInRange(TimeSpan.FromHours(7), TimeSpan.FromHours(8));
        });
    }

    [Fact]
    public async Task Paper_LongSession_ContinuesAsNewAndKeepsItsPlace()
    {
        await using var world = await TestWorld.StartAsync();
        (world.Activities.BarsInSession, world.Activities.BarSeconds) = (600, 60);
        await world.RunAsync(async () =>
        {
            var handle = await world.Client.StartWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));

            await handle.GetResultAsync();

            world.Activities.Bars.ShouldBe(Enumerable.Range(0, 600));
            (await world.Client.GetWorkflowHandle("paper/test/0").DescribeAsync()).RunId.ShouldNotBe(handle.FirstExecutionRunId);
        });
    }

    [Fact]
    public async Task Paper_StopThatFlattens_ClosesOnceAndGoesOnAfterResume()
    {
        await using var world = await TestWorld.StartAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Activities.BeforeBar = step =>
        {
            if (step.Bar != 80) return Task.CompletedTask;
            reached.TrySetResult();
            return release.Task;
        };
        await world.RunAsync(async () =>
        {
            var handle = await world.Client.StartWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));
            var result = handle.GetResultAsync();
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

            await handle.SignalAsync(workflow => workflow.EmergencyStopAsync(new StopRequest("broker offline", "ana", true)));
            var stopped = await world.UntilAsync("paper/test/0", status => status.Latch.Stopped && world.Activities.Flattenings.Count == 1);
            release.SetResult();

            stopped.Latch.Reason.ShouldBe("broker offline");
            world.Activities.Flattenings.Single().ShouldBe(new(Request.Candidate, 80, "broker offline"));
            var receipt = await handle.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new ResumeRequest("broker is back", "ana")));
            receipt.Resumed.ShouldBe(["paper/test/0"]);
            (await result).Bars.ShouldBe(168);
            world.Activities.Bars.Distinct().ShouldBe(Enumerable.Range(0, 168));
        });
    }
}
