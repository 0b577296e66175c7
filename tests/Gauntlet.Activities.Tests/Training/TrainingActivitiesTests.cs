using Gauntlet.Contracts;
using Gauntlet.Contracts.Training;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Training;

public class TrainingActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    [SkippableFact]
    public async Task RunTrials_Repeated_StoresNothingNewAndAnswersTheSame()
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("twice"));
        var first = await world.Training.RunTrialsAsync(new("twice", 0, 10, 0));
        world.Attempt.Heartbeats.ShouldBeGreaterThanOrEqualTo(10);
        first.Counts.Total.ShouldBe(10);
        first.BestObjective.ShouldNotBeNull();

        world.Attempt.Next();
        (await world.Training.RunTrialsAsync(new("twice", 0, 10, 0))).ShouldBe(first);
        world.Attempt.Heartbeats.ShouldBe(0);
    }

    [SkippableFact]
    public async Task RunTrials_Cancelled_KeepsWhatIsDoneAndEndsAtOnce()
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("cancelled"));
        world.Attempt.Next(cancelAtHeartbeat: 3);
        await Should.ThrowAsync<OperationCanceledException>(() => world.Training.RunTrialsAsync(new("cancelled", 0, 10, 0)));
        world.Attempt.Heartbeats.ShouldBe(3);

        world.Attempt.Next();
        (await world.Training.RunTrialsAsync(new("cancelled", 0, 10, 0))).Counts.Total.ShouldBe(10);
        world.Attempt.Heartbeats.ShouldBe(7);
    }

    [SkippableFact]
    public async Task Training_InterruptedInEveryBatch_GivesTheSameTrialsAndCandidates()
    {
        using var world = new World(fixture.Database);
        var calm = await world.TrainAsync(await world.Study.OpenStudyAsync(World.Request("calm") with { Trials = 50 }));

        var plan = await world.Study.OpenStudyAsync(World.Request("rough") with { Trials = 50 });
        for (var first = 0; first < 50; first += 10)
        {
            using var another = new World(fixture.Database);
            another.Attempt.Next(cancelAtHeartbeat: 4);
            await Should.ThrowAsync<OperationCanceledException>(() => another.Training.RunTrialsAsync(new("rough", first, 10, first / 20 * 20)));
            another.Attempt.Next();
            await another.Training.RunTrialsAsync(new("rough", first, 10, first / 20 * 20));
        }

        var rough = await world.TrainAsync(plan);
        rough.Select(c => (c.Key.Trial, c.Key.Artifact, c.Objective)).ShouldBe(calm.Select(c => (c.Key.Trial, c.Key.Artifact, c.Objective)));
        var digests = world.Get<IDigestStore>();
        (await digests.ComputeAsync("rough", default)).ShouldBe(await digests.ComputeAsync("calm", default));
    }

    [SkippableFact]
    public async Task SelectCandidates_SecondStudyOnTheSameBars_CountsTheFirstOnesTrialsToo()
    {
        using var world = new World(fixture.Database);
        var request = World.Request("n-1") with { Seed = 77 };
        await world.TrainAsync(await world.Study.OpenStudyAsync(request));
        (await world.Training.SelectCandidatesAsync("n-1")).CentralCount.ShouldBe(20);

        // The same again adds nothing; another sampler makes other trials.
        await world.TrainAsync(await world.Study.OpenStudyAsync(request with { Study = "n-2" }));
        (await world.Training.SelectCandidatesAsync("n-2")).CentralCount.ShouldBe(20);
        await world.TrainAsync(await world.Study.OpenStudyAsync(request with { Study = "n-3", Sampler = "random" }));
        var third = await world.Training.SelectCandidatesAsync("n-3");
        third.CentralCount.ShouldBe(40);
        third.Trials.Total.ShouldBe(20);
        third.Candidates.Count.ShouldBeInRange(1, 3);
    }

    [SkippableFact]
    public async Task SelectCandidates_TrialsMissing_IsAnErrorThatIsNotRetried()
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("short"));
        await world.Training.RunTrialsAsync(new TrialBatch("short", 0, 10, 0));
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Training.SelectCandidatesAsync("short"));
        error.ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
        error.Message.ShouldContain("10 of 20 trials");
    }
}
