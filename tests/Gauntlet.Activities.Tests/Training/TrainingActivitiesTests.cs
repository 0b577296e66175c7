using Gauntlet.Contracts;
using Gauntlet.Contracts.Training;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.Tests;
using Gauntlet.Storage.Trials;
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
    public async Task RunTrials_AnyBatchOfAStudy_SendsTheSameFewStatements()
    {
        using var world = new World(fixture.Database);
        using var counter = new StatementCounter();
        await world.Study.OpenStudyAsync(World.Request("steady") with { Trials = 400, Sampler = "random" });
        var counts = new List<int>();
        for (var first = 0; first < 400; first += 10)
        {
            var batch = new TrialBatch("steady", first, 10, first);
            counts.Add(await counter.OfAsync(() => world.Training.RunTrialsAsync(batch)));
        }

        // The first batch reads the study and its bars.
        counts.ShouldAllBe(count => count > 0);
        counts.Skip(1).Distinct().Count().ShouldBe(1, string.Join(", ", counts));
        counts[^1].ShouldBeLessThanOrEqualTo(10, "one a trial at most");
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
        (await world.Training.SelectCandidatesAsync(new("n-1", 20))).CentralCount.ShouldBe(20);

        // The same again adds nothing; another sampler makes other trials.
        await world.TrainAsync(await world.Study.OpenStudyAsync(request with { Study = "n-2" }));
        (await world.Training.SelectCandidatesAsync(new("n-2", 20))).CentralCount.ShouldBe(20);
        await world.TrainAsync(await world.Study.OpenStudyAsync(request with { Study = "n-3", Sampler = "random" }));
        var third = await world.Training.SelectCandidatesAsync(new("n-3", 20));
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
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Training.SelectCandidatesAsync(new("short", 20)));
        error.ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
        error.Message.ShouldContain("10 of 20 trials");
    }

    [SkippableFact]
    public async Task RunTrials_WithPruner_EndsTrialsEarlyTheSameOnEveryWorker()
    {
        using var world = new World(fixture.Database);
        var request = World.Request("pruned") with { Trials = 60, Pruner = "median", Sampler = "tpe" };
        await world.TrainAsync(await world.Study.OpenStudyAsync(request));
        var rows = await world.Get<ITrialStore>().ReadAsync("pruned", 0, 60, default);
        var early = rows.Where(row => row.Cause == "stopped-early").ToList();
        early.ShouldNotBeEmpty();
        early.ShouldAllBe(row => row.FoldValues != "[]" && row.Value == null && row.Reason!.Contains("completed trials are at fold"));

        // A worker of its own for every batch reads everything anew.
        var plan = await world.Study.OpenStudyAsync(request with { Study = "pruned-anew" });
        for (var first = 0; first < 60; first += 10)
        {
            using var another = new World(fixture.Database);
            await another.Training.RunTrialsAsync(new("pruned-anew", first, 10, first / 20 * 20));
        }

        await world.TrainAsync(plan);
        var digests = world.Get<IDigestStore>();
        (await digests.ComputeAsync("pruned-anew", default)).ShouldBe(await digests.ComputeAsync("pruned", default));
    }

    [SkippableFact]
    public async Task OpenStudy_WarmStart_KnowsTheEarlierTrialsAndCountsThem()
    {
        using var world = new World(fixture.Database);
        var request = World.Request("cold") with { Seed = 91, Sampler = "tpe" };
        await world.TrainAsync(await world.Study.OpenStudyAsync(request));

        var warm = request with { Study = "warm", Seed = 92, WarmStart = "cold" };
        var plan = await world.Study.OpenStudyAsync(warm);
        plan.WarmStart.ShouldBe(new("cold", 20, 20));
        await world.TrainAsync(plan);
        (await world.Training.SelectCandidatesAsync(new("warm", 20))).CentralCount.ShouldBe(40);
        var cold = await world.Study.OpenStudyAsync(warm with { Study = "without", WarmStart = null });
        await world.TrainAsync(cold);
        var store = world.Get<ITrialStore>();
        var parameters = (await store.ReadAsync("warm", 0, 20, default)).Select(row => row.Parameters).ToList();
        parameters[0].ShouldBe((await store.ReadAsync("without", 0, 1, default))[0].Parameters);
        parameters.ShouldNotBe((await store.ReadAsync("without", 0, 20, default)).Select(row => row.Parameters));
    }

    [SkippableTheory]
    [InlineData("nowhere", "sma-cross", "the study 'nowhere' is not stored")]
    [InlineData("untrained", "sma-cross", "the study 'untrained' has not ended its training")]
    public async Task OpenStudy_WarmStartThatCannotBe_IsRefused(string from, string strategy, string words)
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("untrained"));
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Study.OpenStudyAsync(World.Request("starts-warm") with { Strategy = strategy, WarmStart = from }));
        error.ErrorType.ShouldBe(FailureTypes.InvalidInput);
        error.Message.ShouldContain(words);
    }

    [SkippableFact]
    public async Task SelectCandidates_EndedEarly_PicksFromWhatThereIsAndSaysWhy()
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("early"));
        await world.Training.RunTrialsAsync(new TrialBatch("early", 0, 10, 0));
        var outcome = await world.Training.SelectCandidatesAsync(new("early", 10, "The budget is spent."));
        (outcome.Trials.Total, outcome.EndedBecause).ShouldBe((10, "The budget is spent."));
    }

    [SkippableFact]
    public async Task OpenStudy_Auto_PicksASamplerAndSaysWhy()
    {
        using var world = new World(fixture.Database);
        var plan = await world.Study.OpenStudyAsync(World.Request("auto"));
        (plan.Sampler, plan.SamplerReason).ShouldBe(("gp", plan.SamplerReason));
        plan.SamplerReason.ShouldNotBeNull().ShouldContain("20 trials over");
        plan.Space.ShouldNotBeNull().ShouldContain("fast int");
    }
}
