using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Workflows.Pipeline;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Workflows.Tests;

public class ArenaTests
{
    private const int BarsADay = 24;

    [Fact]
    public async Task Arena_CandidatesOfAStudy_TradeEveryDayTogetherAndAreRanked()
    {
        await using var world = await WorldAsync(candidates: 3);
        await world.RunAsync(async () =>
        {
            var outcome = await RunAsync(world);

            outcome.Candidates.Count.ShouldBe(3);
            world.Activities.Rankings.Select(question => question.Day).ShouldBe(Enumerable.Range(1, 7));
            world.Activities.Rankings.ShouldAllBe(question => question.Round == 1 && question.Trials.SequenceEqual(new[] { 0, 1, 2 }));
            var steps = world.Activities.Steps.ToList();
            for (var day = 1; day < 7; day++)
            {
                var lastOfDay = steps.FindLastIndex(step => step.Bar == (day * BarsADay) - 1);
                steps.FindIndex(step => step.Bar == day * BarsADay).ShouldBeGreaterThan(lastOfDay, $"day {day + 1} began before all had completed day {day}");
            }
        });
    }

    [Fact]
    public async Task Arena_CandidateThatEndsBeforeGate3_IsNotWaitedFor()
    {
        await using var world = await WorldAsync(candidates: 3);
        world.Activities.Gate1 = key => key.Trial == 1 ? new Rejected(["too few trades"]) : new Passed();
        await world.RunAsync(async () =>
        {
            await RunAsync(world);

            world.Activities.Rankings.ShouldAllBe(question => question.Trials.SequenceEqual(new[] { 0, 2 }));
            world.Activities.Rankings.Count.ShouldBe(7);
        });
    }

    [Fact]
    public async Task Arena_CandidateThatFaults_IsNotWaitedForEither()
    {
        await using var world = await WorldAsync(candidates: 2);
        world.Activities.Gate1 = key => key.Trial == 0 ? throw new ApplicationFailureException("artifact is damaged", errorType: "CorruptEvidence", nonRetryable: true) : new Passed();
        await world.RunAsync(async () =>
        {
            var outcome = await RunAsync(world);

            outcome.Candidates[0].Verdict.ShouldBe(CandidateVerdict.Faulted);
            outcome.Candidates[1].Verdict.ShouldBe(CandidateVerdict.Promoted);
            world.Activities.Rankings.ShouldAllBe(question => question.Trials.SequenceEqual(new[] { 1 }));
        });
    }

    [Fact]
    public async Task Arena_PrunedCandidate_LeavesAtTheEndOfItsDay()
    {
        await using var world = await WorldAsync(candidates: 3);
        world.Activities.Prune = question => question.Day == 2 ? [new(1, "day 2: last of three")] : [];
        await world.RunAsync(async () =>
        {
            await RunAsync(world);

            var paper = await world.Client.GetWorkflowHandle(WorkflowIds.Paper("arena", 1)).GetResultAsync<PaperOutcome>();
            (paper.Bars, paper.Days, paper.PrunedBecause).ShouldBe((2 * BarsADay, 2, "day 2: last of three"));
            world.Activities.Steps.Count(step => step.Candidate.Trial == 1).ShouldBe(2 * BarsADay);
            world.Activities.Rankings.Where(question => question.Day > 2).ShouldAllBe(question => question.Trials.SequenceEqual(new[] { 0, 2 }));
        });
    }

    // The largest arena has 20 places.
    [Fact]
    public async Task Arena_MoreThanTwentyCandidates_TradeInTurnsWhereThePolicyQueues()
    {
        await using var world = await WorldAsync(candidates: 23, days: 2);
        await world.RunAsync(async () =>
        {
            await RunAsync(world);

            world.Activities.Rankings.Select(question => (question.Round, question.Day, question.Trials.Count)).ShouldBe([(1, 1, 20), (1, 2, 20), (2, 1, 3), (2, 2, 3)]);
            world.Activities.Rankings.Last().Trials.ShouldBe([20, 21, 22]);
            world.Activities.Refusals.ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Arena_MoreThanTwentyCandidates_AreRefusedWhereThePolicyRefuses()
    {
        await using var world = await WorldAsync(candidates: 22, days: 2, queues: false);
        await world.RunAsync(async () =>
        {
            await RunAsync(world);

            world.Activities.Refusals.ShouldHaveSingleItem().Trials.ShouldBe([20, 21]);
            world.Activities.Rankings.ShouldAllBe(question => question.Round == 1 && question.Trials.Count == 20);
            var refused = await world.Client.GetWorkflowHandle(WorkflowIds.Paper("arena", 20)).GetResultAsync<PaperOutcome>();
            (refused.Bars, refused.PrunedBecause).ShouldBe((0, "no place"));
        });
    }

    [Fact]
    public async Task Arena_Terminated_KeepsNobodyFromTrading()
    {
        await using var world = await WorldAsync(candidates: 2);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Activities.BeforeBar = step =>
        {
            if (step.Bar != 30) return Task.CompletedTask;
            reached.TrySetResult();
            return release.Task;
        };
        await world.RunAsync(async () =>
        {
            var result = RunAsync(world);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await world.Client.GetWorkflowHandle(WorkflowIds.Arena("arena")).TerminateAsync("by mistake");
            release.SetResult();

            (await result).Candidates.ShouldAllBe(candidate => candidate.Verdict == CandidateVerdict.Promoted);
        });
    }

    private static async Task<TestWorld> WorldAsync(int candidates, int days = 7, bool queues = true)
    {
        var world = await TestWorld.StartAsync();
        world.Activities.Plan = world.Activities.Plan with { Candidates = candidates, Arena = new(20, queues) };
        // Short sessions have a bar every twelve hours.
        if (days != 7) (world.Activities.BarsInSession, world.Activities.BarSeconds) = (days * 2, 43_200);
        return world;
    }

    private static Task<PipelineOutcome> RunAsync(TestWorld world) => world.Client.ExecuteWorkflowAsync(
        (PipelineWorkflow workflow) => workflow.RunAsync(new PipelineRequest { Study = "arena" }), new(WorkflowIds.Pipeline("arena"), TaskQueues.Main));
}
