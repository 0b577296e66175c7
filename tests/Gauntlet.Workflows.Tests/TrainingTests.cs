using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Training;
using Gauntlet.Workflows.Training;
using Temporalio.Client;

namespace Gauntlet.Workflows.Tests;

public class TrainingTests
{
    [Fact]
    public void Next_FirstRound_IsParallelBatchesThatKnowNothing() =>
        Rounds.Next(Plans.Create(), 0).ShouldBe([new("test", 0, 8, 0), new("test", 8, 8, 0), new("test", 16, 8, 0)]);

    [Fact]
    public void Next_LastRound_EndsAtThePlan() =>
        Rounds.Next(Plans.Create(), 48).ShouldBe([new("test", 48, 2, 48)]);

    [Fact]
    public async Task Training_AllRounds_CoverEveryTrialOnce()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var outcome = await world.Client.ExecuteWorkflowAsync(
                (TrainingWorkflow workflow) => workflow.RunAsync(new TrainingRequest { Plan = Plans.Create() }), new(WorkflowIds.Training("test"), TaskQueues.Main));

            outcome.Trials.Total.ShouldBe(50);
            world.Activities.Batches.SelectMany(batch => Enumerable.Range(batch.First, batch.Count)).Order().ShouldBe(Enumerable.Range(0, 50));
            world.Activities.Batches.Select(batch => batch.KnownBefore).Distinct().Order().ShouldBe([0, 24, 48]);
        });
    }

    [Fact]
    public async Task Training_GainTooSmall_EndsEarlyAndSaysWhy()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            // Objectives of the scripted batches rise by a hundredth a trial: far less than the gain that is asked for.
            var request = new TrainingRequest { Plan = Plans.Create() with { Trials = 1000, MinimumGain = 1000 } };
            var outcome = await world.Client.ExecuteWorkflowAsync(
                (TrainingWorkflow workflow) => workflow.RunAsync(request), new(WorkflowIds.Training("test"), TaskQueues.Main));

            outcome.Trials.Total.ShouldBe(72);
            outcome.EndedBecause.ShouldNotBeNull().ShouldContain("latter half of 72 trials");
        });
    }

    [Fact]
    public async Task Training_TimeBudgetSpent_BeginsNoNewRound()
    {
        await using var world = await TestWorld.StartAsync();
        await world.RunAsync(async () =>
        {
            var request = new TrainingRequest { Plan = Plans.Create() with { TimeBudgetSeconds = 1e-6 } };
            var outcome = await world.Client.ExecuteWorkflowAsync(
                (TrainingWorkflow workflow) => workflow.RunAsync(request), new(WorkflowIds.Training("test"), TaskQueues.Main));

            outcome.Trials.Total.ShouldBe(24);
            outcome.EndedBecause.ShouldNotBeNull().ShouldContain("24 trials took");
        });
    }
}
