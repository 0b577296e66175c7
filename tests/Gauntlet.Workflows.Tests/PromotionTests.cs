using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Workflows.Promotion;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Tests;

public class PromotionTests
{
    [Fact]
    public async Task Promotion_FaultedGate_GoesOnAfterRetry()
    {
        await using var world = await TestWorld.StartAsync();
        var calls = 0;
        world.Activities.Gate1 = _ => Interlocked.Increment(ref calls) == 1
            ? throw new ApplicationFailureException("artifact is damaged", errorType: "CorruptEvidence", nonRetryable: true)
            : new Passed();
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: false);
            var faulted = await world.UntilAsync(handle.Id, status => status.Stage == Stage.Faulted);
            faulted.LastError.ShouldBe("artifact is damaged");

            await handle.ExecuteUpdateAsync(workflow => workflow.RetryAsync(new SignedNote("ana", "restored from backup")));

            (await handle.GetResultAsync()).Verdict.ShouldBe(CandidateVerdict.Promoted);
            var retry = world.Activities.Retries.ShouldHaveSingleItem();
            (retry.Gate, retry.By, retry.Note, retry.Error).ShouldBe((Gate.Gate1, "ana", "restored from backup", "artifact is damaged"));
            retry.At.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        });
    }

    // A feed that cannot be trusted faults the session; the retry goes on at the bar where it stood, and asks for no bar twice.
    [Fact]
    public async Task Promotion_PaperSessionThatFaulted_GoesOnWhereItStoodAfterRetry()
    {
        await using var world = await TestWorld.StartAsync();
        var mended = false;
        world.Activities.BeforeBar = step => step.Bar == 30 && !mended
            ? throw new ApplicationFailureException("feed: the bar came twice", errorType: "InvalidInput", nonRetryable: true)
            : Task.CompletedTask;
        world.Activities.Traded = () => world.Activities.Bars.IsEmpty ? null : world.Activities.Receipt(29);
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: false);
            await world.SkipAsync(TimeSpan.FromHours(31));
            (await world.UntilAsync(handle.Id, status => status.Stage == Stage.Faulted)).LastError.ShouldBe("feed: the bar came twice");
            mended = true;
            await handle.ExecuteUpdateAsync(workflow => workflow.RetryAsync(new SignedNote("ana", "the feed is mended")));
            var again = await world.NowAsync();

            (await handle.GetResultAsync()).Verdict.ShouldBe(CandidateVerdict.Promoted);

            world.Activities.Bars.ShouldBe(Enumerable.Range(0, 168));
            world.Activities.Retries.ShouldHaveSingleItem().Gate.ShouldBe(Gate.Gate3);
            (await world.NowAsync() - again).ShouldBeInRange(TimeSpan.FromHours(138), TimeSpan.FromHours(140));
        });
    }

    [Fact]
    public async Task Promotion_FaultedGateAndNobodyRetries_EndsFaulted()
    {
        await using var world = await TestWorld.StartAsync();
        world.Activities.Gate2 = () => throw new ApplicationFailureException("set is damaged", errorType: "CorruptEvidence", nonRetryable: true);
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: false);

            var outcome = await handle.GetResultAsync();

            outcome.Verdict.ShouldBe(CandidateVerdict.Faulted);
            outcome.Stage.ShouldBe(Stage.Gate2);
            outcome.Gates[^1].Verdict.ShouldBe(new Faulted("set is damaged"));
        });
    }

    [Fact]
    public async Task Promotion_PolicyAsksForAPerson_WaitsForTheirWord()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: true);
            var unasked = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(workflow => workflow.RetryAsync(new SignedNote("ana", "why not"))));
            unasked.InnerException!.Message.ShouldContain("no stage is faulted");
            // The session of paper trading lasts seven days: only waiting for a result skips time.
            await world.SkipAsync(TimeSpan.FromDays(7.5));
            await world.UntilAsync(handle.Id, status => status.Stage == Stage.Promotion);

            var decision = await handle.ExecuteUpdateAsync(workflow => workflow.RejectAsync(new SignedNote("ana", "too close to the limit")));

            decision.Promoted.ShouldBeFalse();
            (await handle.GetResultAsync()).Reasons.ShouldBe(["ana: too close to the limit"]);
            var human = world.Activities.Human.ShouldNotBeNull();
            (human.Approved, human.By, human.Note).ShouldBe((false, "ana", "too close to the limit"));
            human.At.ShouldNotBeNull();
        });
    }

    [Theory]
    [InlineData(null, "looks fine", "approve: by is empty; say who you are.")]
    [InlineData("ana", " ", "approve: note is empty; say why.")]
    [InlineData("ana", "looks fine", "approve: the policy does not ask for a person now; status shows the stage.")]
    public async Task Promotion_ApprovalOutOfPlace_IsRefusedWithFieldAndRemedy(string? by, string note, string expected)
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: true);

            var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new SignedNote(by!, note))));

            refused.InnerException!.Message.ShouldBe(expected);
        });
    }

    [Fact]
    public async Task Promotion_WordDuringAnEmergencyStop_IsRefusedUntilItIsLifted()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: true);
            await world.SkipAsync(TimeSpan.FromDays(7.5));
            await world.UntilAsync(handle.Id, status => status.Stage == Stage.Promotion);
            await handle.SignalAsync(workflow => workflow.EmergencyStopAsync(new("flash crash", "ben", false)));
            await world.UntilAsync(handle.Id, status => status.Latch.Stopped);

            var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new SignedNote("ana", "fine"))));
            await handle.ExecuteUpdateAsync(workflow => workflow.ResumeAsync(new("it is over", "ben")));
            var decision = await handle.ExecuteUpdateAsync(workflow => workflow.ApproveAsync(new SignedNote("ana", "fine")));

            refused.InnerException!.Message.ShouldBe("approve: the emergency stop holds (flash crash); lift it by resume first.");
            decision.Promoted.ShouldBeTrue();
        });
    }

    [Fact]
    public async Task Promotion_NobodyDecidesWithinADay_IsNotPromoted()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var outcome = await (await StartAsync(world, approval: true)).GetResultAsync();

            outcome.Verdict.ShouldBe(CandidateVerdict.Rejected);
            outcome.Reasons.ShouldBe(["nobody: no person decided within a day"]);
        });
    }

    [Fact]
    public async Task Promotion_Evidence_ShowsEveryCheckSoFar()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var handle = await StartAsync(world, approval: false);
            await handle.GetResultAsync();

            var evidence = await handle.QueryAsync(workflow => workflow.Evidence);

            evidence.Select(verdict => verdict.Gate).ShouldBe([Gate.Gate1, Gate.Gate2, Gate.Gate3]);
            evidence.ShouldAllBe(verdict => verdict.Checks.Single().Margin == 10);
        });
    }

    private static Task<Temporalio.Client.WorkflowHandle<PromotionWorkflow, PromotionOutcome>> StartAsync(TestWorld world, bool approval)
    {
        var request = new PromotionRequest(Plans.Create() with { RequiresApproval = approval }, Plans.Candidate("test", 0));
        return world.Client.StartWorkflowAsync((PromotionWorkflow workflow) => workflow.RunAsync(request), new(WorkflowIds.Promotion(request.Candidate.Key), TaskQueues.Main));
    }
}
