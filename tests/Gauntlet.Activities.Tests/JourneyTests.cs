using Gauntlet.Contracts;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Reports;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests;

/// <summary>A study through all its activities, undisturbed and disturbed.</summary>
public class JourneyTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    [SkippableFact]
    public async Task Journey_InterruptedEverywhereByOtherWorkers_HasTheSameDigest()
    {
        using var calm = new World(fixture.Database);
        var undisturbed = await calm.RunAsync(World.Request("calm"));
        undisturbed.Rows.ShouldBeGreaterThan(20 + 200 + (3 * 7 * 24));

        // A database of its own: the same artifact's scenarios would be found done in the first one.
        await using var elsewhere = await GauntletDatabase.OpenAsync(await TestDatabase.NewAddressAsync());
        using var opener = new World(elsewhere);
        var plan = await opener.Study.OpenStudyAsync(World.Request("rough"));
        foreach (var candidate in await opener.TrainAsync(plan))
        {
            await RoughAsync(elsewhere, candidate.Key);
        }

        (await opener.Study.CloseStudyAsync("rough")).ShouldBe(undisturbed);
    }

    [SkippableFact]
    public async Task Journey_DryRunBefore_ChangesNothingOfTheRealOne()
    {
        using var alone = new World(fixture.Database);
        var real = await alone.RunAsync(World.Request("real") with { Seed = 11 });

        await using var elsewhere = await GauntletDatabase.OpenAsync(await TestDatabase.NewAddressAsync());
        using var world = new World(elsewhere);
        await world.RunAsync(World.Request("dry-real") with { Seed = 11, DryRun = true });
        (await world.Get<IStudyReports>().FindAsync("real", default)).ShouldBeNull();

        (await world.RunAsync(World.Request("real") with { Seed = 11 })).ShouldBe(real);
    }

    [SkippableFact]
    public async Task Journey_EveryCallRepeated_ChangesNothing()
    {
        using var world = new World(fixture.Database);
        var request = World.Request("repeated") with { Seed = 5 };
        var digest = await world.RunAsync(request);
        (await world.RunAsync(request)).ShouldBe(digest);
    }

    [SkippableFact]
    public async Task Report_FinishedStudy_HasEverythingThatWasStored()
    {
        using var world = new World(fixture.Database);
        var digest = await world.RunAsync(World.Request("report") with { Seed = 3 });
        var report = (await world.Get<IStudyReports>().FindAsync("report", default))!;

        report.Digest.ShouldBe(digest.Digest);
        report.History.Count.ShouldBe(20);
        report.Trials.Total.ShouldBe(20);
        report.Time!.LastTrialAt.ShouldBeGreaterThanOrEqualTo(report.Time.OpenedAt);
        (report.Time.LastTrialAt - report.Time.OpenedAt).ShouldBeLessThan(TimeSpan.FromMinutes(10));
        report.Time.OpenedAt.Offset.ShouldBe(TimeSpan.Zero);
        report.CentralCount.ShouldBe(20);
        report.Candidates.ShouldNotBeEmpty();
        foreach (var candidate in report.Candidates)
        {
            candidate.Gates.Select(gate => gate.Gate).ShouldBe([Gate.Gate1, Gate.Gate2, Gate.Gate3]);
            candidate.Decision.ShouldNotBeNull();
            candidate.Scenarios.Count.ShouldBe(200);
            candidate.PaperDays.Count.ShouldBe(7);
            candidate.PaperDays.ShouldAllBe(day => day.Bars == 24 && day.DivergenceBasisPoints == 0);
            candidate.Paper.Count.ShouldBe((7 * 24) + 1);
            candidate.Paper[0].Growth.ShouldBe(1);
            candidate.Backtest[0].Growth.ShouldBe(1);
            candidate.Backtest[^1].Time.ShouldBe(report.Plan.HoldOut.To);
        }

        (await world.Get<IStudyReports>().FindAsync("nothing", default)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Gates_UnknownCandidate_AreCorruptEvidence()
    {
        using var world = new World(fixture.Database);
        await world.TrainAsync(await world.Study.OpenStudyAsync(World.Request("unknown")));
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Backtest.JudgeBacktestAsync(new CandidateKey("unknown", 0, new string('0', 64))));
        error.ErrorType.ShouldBe(FailureTypes.CorruptEvidence);
        error.NonRetryable.ShouldBeTrue();
    }

    // Every compute activity is cancelled once, and every few bars another worker goes on without any memory.
    private static async Task RoughAsync(GauntletDatabase database, CandidateKey candidate)
    {
        using var world = new World(database);
        world.Attempt.Next(cancelAtHeartbeat: 1);
        await Should.ThrowAsync<OperationCanceledException>(() => world.Backtest.JudgeBacktestAsync(candidate));
        world.Attempt.Next();
        await world.Backtest.JudgeBacktestAsync(candidate);

        var set = await world.Stress.PrepareScenariosAsync(candidate);
        world.Attempt.Next(cancelAtHeartbeat: 7);
        await Should.ThrowAsync<OperationCanceledException>(() => world.Stress.RunScenariosAsync(new(candidate, set.SetHash, 40, 20)));
        world.Attempt.Heartbeats.ShouldBe(7);
        world.Attempt.Next();
        await world.StressAsync(candidate);
        world.Attempt.Heartbeats.ShouldBe(193);

        var session = await world.Paper.OpenPaperAsync(candidate);
        for (var bar = 0; bar < session.Bars; bar += 50)
        {
            using var another = new World(database);
            await another.TradeAsync(candidate, bar, Math.Min(bar + 50, session.Bars));
        }

        await world.Paper.JudgePaperAsync(candidate);
        await world.Promotion.DecidePromotionAsync(new(candidate, null));
    }
}
