using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Workflows.Pipeline;
using Temporalio.Exceptions;
using Temporalio.Client;

namespace Gauntlet.Workflows.Tests;

public class PipelineTests
{
    [Fact]
    public async Task Pipeline_EveryGatePasses_PromotesEveryCandidate()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var started = await world.NowAsync();

            var outcome = await world.Client.ExecuteWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "good" }), new(WorkflowIds.Pipeline("good"), TaskQueues.Main));

            outcome.Candidates.Select(candidate => candidate.Verdict).ShouldBe([CandidateVerdict.Promoted, CandidateVerdict.Promoted]);
            outcome.Candidates.ShouldAllBe(candidate => candidate.Grade == "A" && candidate.Stage == Stage.Shadow && candidate.Gates.Count == 3);
            outcome.Digest.ShouldBe(new string('d', 64));
            (await world.NowAsync() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(7));
            world.Activities.ScenarioBatches.Count.ShouldBe(20);
        });
    }

    [Fact]
    public async Task Pipeline_GateOneRejects_EndsThereWithReasons()
    {
        await using var world = await TestWorld.StartAsync();
        world.Activities.Gate1 = candidate => candidate.Trial == 0 ? new Rejected(["too few trades"]) : new Passed();
        await world.RunAsync(async () =>
        {
            var outcome = await world.Client.ExecuteWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "mixed" }), new(WorkflowIds.Pipeline("mixed"), TaskQueues.Main));

            var rejected = outcome.Candidates[0];
            rejected.Verdict.ShouldBe(CandidateVerdict.Rejected);
            rejected.Stage.ShouldBe(Stage.Gate1);
            rejected.Reasons.ShouldBe(["too few trades"]);
            rejected.Gates.Count.ShouldBe(1);
            outcome.Candidates[1].Verdict.ShouldBe(CandidateVerdict.Promoted);
        });
    }

    [Fact]
    public async Task Pipeline_InvalidInput_FailsAtOnceWithItsType()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var error = await Should.ThrowAsync<WorkflowFailedException>(() => world.Client.ExecuteWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "bad", Strategy = "unknown" }), new(WorkflowIds.Pipeline("bad"), TaskQueues.Main)));

            var cause = error.InnerException.ShouldBeOfType<ActivityFailureException>().InnerException.ShouldBeOfType<ApplicationFailureException>();
            cause.ErrorType.ShouldBe(FailureTypes.InvalidInput);
            cause.Message.ShouldContain("strategy");
        });
    }

    [Fact]
    public async Task Pipeline_SecondStartWhileRunning_IsRefusedByTheServer()
    {
        await using var world = await TestWorld.StartAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Activities.BeforeBatch = _ => release.Task;
        await world.RunAsync(async () =>
        {
            var handle = await world.Client.StartWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "twice" }), new(WorkflowIds.Pipeline("twice"), TaskQueues.Main));

            await Should.ThrowAsync<WorkflowAlreadyStartedException>(() => world.Client.StartWorkflowAsync(
                (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "twice" }), new(WorkflowIds.Pipeline("twice"), TaskQueues.Main)));

            release.SetResult();
            await handle.GetResultAsync();
        });
    }
}
