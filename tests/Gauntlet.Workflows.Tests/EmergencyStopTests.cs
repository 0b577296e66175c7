using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Safety;
using Gauntlet.Workflows.Pipeline;
using Gauntlet.Workflows.Safety;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Tests;

public class EmergencyStopTests
{
    [Fact]
    public async Task Safety_StopDuringTraining_StopsEverythingAndResumeGoesOn()
    {
        await using var world = await TestWorld.StartAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Activities.BeforeBatch = batch =>
        {
            if (batch.First < 24) return Task.CompletedTask;
            reached.TrySetResult();
            return release.Task;
        };
        world.Activities.Running = () => [WorkflowIds.Pipeline("halt"), WorkflowIds.Training("halt")];
        await world.RunAsync(async () =>
        {
            var safety = await world.Client.StartWorkflowAsync((SafetyWorkflow workflow) => workflow.RunAsync(null), new(WorkflowIds.Safety, TaskQueues.Main));
            var pipeline = await world.Client.StartWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "halt" }), new(WorkflowIds.Pipeline("halt"), TaskQueues.Main));
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

            await safety.SignalAsync(workflow => workflow.EmergencyStopAsync(new StopRequest("flash crash", "ana", false)));
            await world.UntilAsync(WorkflowIds.Pipeline("halt"), status => status.Latch.Stopped);
            await world.UntilAsync(WorkflowIds.Training("halt"), status => status.Latch.Stopped);
            world.Activities.StoredLatch.Reason.ShouldBe("flash crash");
            release.SetResult();

            var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => safety.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new ResumeRequest(" ", "ana"))));
            refused.InnerException!.Message.ShouldContain("reason is empty");

            var receipt = await safety.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new ResumeRequest("exchange is back", "ana")));
            receipt.Resumed.ShouldBe([WorkflowIds.Pipeline("halt"), WorkflowIds.Training("halt")]);
            var outcome = await pipeline.GetResultAsync();
            outcome.Candidates.ShouldAllBe(candidate => candidate.Verdict == CandidateVerdict.Promoted);
            world.Activities.StoredLatch.Stopped.ShouldBeFalse();
        });
    }

    [Theory]
    [InlineData("JudgeBacktest")]
    [InlineData("RunScenarios")]
    public async Task Safety_StopInAGate_CancelsItsWorkAndResumeAsksForItAgain(string activity)
    {
        await using var world = await TestWorld.StartAsync();
        world.Activities.Plan = world.Activities.Plan with { Candidates = 1 };
        var promotion = WorkflowIds.Promotion(Plans.Candidate("halt", 0).Key);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        var asked = 0;
        world.Activities.BeforeGateWork = name =>
        {
            if (name != activity) return Task.CompletedTask;
            if (Interlocked.Increment(ref asked) > 1 && cancelled.Task.IsCompleted) return Task.CompletedTask;
            ActivityExecutionContext.Current.CancellationToken.Register(() => cancelled.TrySetResult());
            reached.TrySetResult();
            return never.Task;
        };
        world.Activities.Running = () => [WorkflowIds.Pipeline("halt"), promotion];
        await world.RunAsync(async () =>
        {
            var safety = await world.Client.StartWorkflowAsync((SafetyWorkflow workflow) => workflow.RunAsync(null), new(WorkflowIds.Safety, TaskQueues.Main));
            var pipeline = await world.Client.StartWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "halt" }), new(WorkflowIds.Pipeline("halt"), TaskQueues.Main));
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

            await safety.SignalAsync(workflow => workflow.EmergencyStopAsync(new StopRequest("flash crash", "ana", false)));

            await world.UntilAsync(promotion, status => status.Latch.Stopped);
            await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await safety.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new ResumeRequest("exchange is back", "ana")));
            var outcome = await pipeline.GetResultAsync();
            outcome.Candidates.Single().Verdict.ShouldBe(CandidateVerdict.Promoted);
            outcome.Candidates.Single().Gates.Count.ShouldBe(3);
            asked.ShouldBeGreaterThan(1);
        });
    }

    [Fact]
    public async Task Safety_ResumeWithNothingStopped_IsRefused()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var safety = await world.Client.StartWorkflowAsync((SafetyWorkflow workflow) => workflow.RunAsync(null), new(WorkflowIds.Safety, TaskQueues.Main));

            var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => safety.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new ResumeRequest("why not", "ana"))));

            refused.InnerException!.Message.ShouldContain("nothing is stopped");
        });
    }

    [Fact]
    public async Task Safety_StoredStop_IsKeptOverANewServer()
    {
        await using var world = await TestWorld.StartAsync();
        await ((ISafetyActivities)world.Activities).CloseLatchAsync(new(new("yesterday", "ben"), DateTimeOffset.UnixEpoch));
        await world.RunAsync(async () =>
        {
            await world.Client.StartWorkflowAsync((SafetyWorkflow workflow) => workflow.RunAsync(null), new(WorkflowIds.Safety, TaskQueues.Main));

            var status = await world.UntilAsync(WorkflowIds.Safety, status => status.Latch.Stopped);

            status.Latch.Reason.ShouldBe("yesterday");
        });
    }
}
