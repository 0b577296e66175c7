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

    [Fact]
    public async Task Paper_LateBar_IsAskedForAgainAndTheNextOnesAreInTime()
    {
        await using var world = await TestWorld.StartAsync();
        world.Activities.AsksBefore = step => step.Bar == 10 ? 2 : 0;
        await world.RunAsync(async () =>
        {
            var started = await world.NowAsync();

            var outcome = await world.Client.ExecuteWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));

            outcome.Bars.ShouldBe(168);
            world.Activities.Bars.ShouldBe(Enumerable.Range(0, 168));
            world.Activities.Steps.Where(step => step.Bar == 10).Select(step => (step.Asked, step.Last)).ShouldBe([(0, false), (1, false), (2, false)]);
            (await world.NowAsync() - started).ShouldBeLessThan(TimeSpan.FromDays(7.1));
        });
    }

    [Fact]
    public async Task Paper_MissingBar_IsGivenUpAfterThePatienceOfThePolicy()
    {
        await using var world = await TestWorld.StartAsync();
        world.Activities.AsksBefore = step => step.Bar == 167 ? int.MaxValue : 0;
        await world.RunAsync(async () =>
        {
            var started = await world.NowAsync();

            var outcome = await world.Client.ExecuteWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));

            outcome.Days.ShouldBe(7);
            world.Activities.Steps.Where(step => step.Bar == 167).Select(step => (step.Asked, step.Last)).ShouldBe([(0, false), (1, false), (2, false), (3, false), (4, true)]);
            // Half a bar of patience behind the last close.
            (await world.NowAsync() - started).ShouldBeInRange(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(30), TimeSpan.FromDays(7) + TimeSpan.FromMinutes(60));
        });
    }

    [Fact]
    public async Task Paper_DaysOfDowntime_CountForNothing()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var handle = await world.Client.StartWorkflowAsync((PaperWorkflow workflow) => workflow.RunAsync(Request), new("paper/test/0", TaskQueues.Main));
            await world.UntilAsync("paper/test/0", status => status.Total == 168);
            await world.SkipAsync(TimeSpan.FromDays(2.5));
            await handle.SignalAsync(workflow => workflow.PauseAsync(new PauseRequest("the machine is moved")));
            await world.UntilAsync("paper/test/0", status => status.Paused is not null);
            // One bar may have been under way.
            await world.SkipAsync(TimeSpan.FromHours(2));
            var before = (await world.UntilAsync("paper/test/0", _ => true)).Done;

            await world.SkipAsync(TimeSpan.FromDays(20));

            (await world.UntilAsync("paper/test/0", _ => true)).Done.ShouldBe(before);
            before.ShouldBeInRange(58, 62);
            await handle.SignalAsync(workflow => workflow.ContinueAsync(new PauseRequest("it is back")));
            var outcome = await handle.GetResultAsync();
            (outcome.Bars, outcome.Days).ShouldBe((168, 7));
            world.Activities.Bars.ShouldBe(Enumerable.Range(0, 168));
        });
    }
}
