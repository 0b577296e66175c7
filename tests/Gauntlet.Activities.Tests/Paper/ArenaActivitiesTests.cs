using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Paper;

public class ArenaActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    private const string Pruning = """{ "extends": "rigorous@1", "name": "pruning", "version": 1, "gate3": { "arena": { "places": 2, "whenFull": "refuse", "pruneFromDay": 1, "pruneBehindFraction": 0, "pruneConfidence": 0.5, "keepAtLeast": 1 } } }""";

    [SkippableFact]
    public async Task RankArena_CompletedDay_IsStoredOnceAndTheSame()
    {
        using var world = new World(fixture.Database);
        var candidates = await OpenAsync(world, "ranked", 24);

        var first = await world.Arena.RankArenaAsync(new("ranked", 1, 1, [.. candidates.Select(candidate => candidate.Trial)]));
        var again = await world.Arena.RankArenaAsync(new("ranked", 1, 1, [.. candidates.Select(candidate => candidate.Trial)]));

        (again.Leader, again.Pruned.Count).ShouldBe((first.Leader, first.Pruned.Count));
        var day = (await world.Get<IArenaStore>().DaysAsync("ranked", default)).ShouldHaveSingleItem();
        day.Standings.Select(standing => standing.Rank).ShouldBe(Enumerable.Range(1, candidates.Count));
        foreach (var standing in day.Standings)
        {
            var last = await world.Get<IPaperStore>().FindStepAsync(candidates.Single(candidate => candidate.Trial == standing.Trial), 23, default);
            standing.ReturnFraction.ShouldBe(last!.ReturnFraction, 1e-12);
        }
    }

    [SkippableFact]
    public async Task RankArena_DayThatIsNotOverOrIsNone_IsRefused()
    {
        using var world = new World(fixture.Database);
        var candidates = await OpenAsync(world, "early-rank", 10);

        (await RefusedAsync(world, new("early-rank", 1, 1, [candidates[0].Trial]))).Message.ShouldContain("has traded 10 of the 24 bars of day 1");
        (await RefusedAsync(world, new("early-rank", 1, 8, [candidates[0].Trial]))).Message.ShouldContain("Give one from 1 to 7");
        (await RefusedAsync(world, new("early-rank", 1, 1, []))).Message.ShouldContain("trials: none is given");
    }

    [SkippableFact]
    public async Task JudgePaper_CandidateThatTheArenaPruned_IsRejectedWithTheDaysItTraded()
    {
        using var world = new World(fixture.Database);
        var file = Path.Combine(Path.GetTempPath(), $"policy-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, Pruning);
        try
        {
            var candidates = await OpenAsync(world, "pruned", 24, file);
            candidates.Count.ShouldBeGreaterThanOrEqualTo(3);
            var pruned = (await world.Arena.RankArenaAsync(new("pruned", 1, 1, [.. candidates.Take(3).Select(candidate => candidate.Trial)]))).Pruned;
            var leaving = candidates.Single(candidate => candidate.Trial == pruned[0].Trial);
            await world.Backtest.JudgeBacktestAsync(leaving);

            var verdict = await world.Paper.JudgePaperAsync(leaving);

            verdict.Grade.ShouldBe("F");
            verdict.Checks.Single(check => check.Name == "complete-days").Value.ShouldBe(1);
            verdict.Checks.Single(check => check.Name == "left-arena").Because.ShouldBe(pruned[0].Because);
            verdict.Checks.Single(check => check.Name == "fidelity").Value.ShouldBe(0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [SkippableFact]
    public async Task JudgePaper_CandidateForWhichThereWasNoPlace_IsRejectedWithoutABar()
    {
        using var world = new World(fixture.Database);
        var candidates = await OpenAsync(world, "refused", 0);
        var refused = await world.Arena.RefuseArenaAsync(new("refused", 1, 0, [candidates[1].Trial]));
        refused.Pruned.ShouldHaveSingleItem().Trial.ShouldBe(candidates[1].Trial);
        await world.Backtest.JudgeBacktestAsync(candidates[1]);

        var verdict = await world.Paper.JudgePaperAsync(candidates[1]);

        verdict.Verdict.ShouldBeOfType<Rejected>();
        verdict.Checks.Single(check => check.Name == "complete-days").Value.ShouldBe(0);
    }

    [SkippableFact]
    public async Task StepPaper_FeedThatIsLateDoubleAndMissing_IsCountedAndNeverWorthNothing()
    {
        using var world = new World(fixture.Database);
        world.Feed.Late[5] = 2;
        world.Feed.Missing.UnionWith([40, 41]);
        world.Feed.Twice.Add(50);
        var candidates = await OpenAsync(world, "bad-feed", 5);
        var candidate = candidates[0];

        (await world.Paper.StepPaperAsync(new(candidate, 5, Asked: 0, Last: false))).Waits.ShouldBeTrue();
        (await world.Paper.StepPaperAsync(new(candidate, 5, Asked: 1, Last: false))).Waits.ShouldBeTrue();
        (await world.Paper.StepPaperAsync(new(candidate, 5, Asked: 2, Last: false))).Waits.ShouldBeFalse();
        await world.TradeAsync(candidate, 6, 100);
        // Another worker, without memory, makes the same session of the stored arrivals; another candidate sees the same bars.
        using var another = new World(fixture.Database);
        await another.TradeAsync(candidate, 100, 168);
        await another.TradeAsync(candidates[1], 5, 168);
        await world.Backtest.JudgeBacktestAsync(candidate);
        var verdict = await world.Paper.JudgePaperAsync(candidate);

        var bad = verdict.Checks.Single(check => check.Name == "bad-bars");
        bad.Because.ShouldBe("of 168 bars 1 were late, 2 missing, 0 stale; 1 came twice, 0 before their time");
        bad.Value!.Value.ShouldBe(4 / 168.0, 1e-12);
        verdict.Checks.Single(check => check.Name == "complete-days").Value.ShouldBe(7);
        var bars = await world.Get<IPaperStore>().BarsAsync(candidate, default);
        bars[40].Equity.ShouldBe(bars[39].Equity);
        bars[41].BenchmarkEquity.ShouldBe(bars[39].BenchmarkEquity);
        bars.Min(bar => bar.Equity).ShouldBeGreaterThan(50_000);
    }

    [SkippableFact]
    public async Task StepPaper_BarOfTheFuture_FaultsTheSessionUnderThePolicyThatRefuses()
    {
        using var world = new World(fixture.Database);
        world.Feed.Early.Add(3);
        var candidates = await OpenAsync(world, "future", 3);

        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Paper.StepPaperAsync(new(candidates[0], 3)));

        error.ErrorType.ShouldBe(FailureTypes.InvalidInput);
        error.Message.ShouldContain("is of a time to come");
        // The mended feed is read when it is tried again, from the bar where the session stood.
        world.Feed.Early.Clear();
        (await world.Paper.OpenPaperAsync(candidates[0])).Traded!.Bar.ShouldBe(2);
        (await world.TradeAsync(candidates[0], 3, 4)).Bar.ShouldBe(3);
    }

    private static async Task<ApplicationFailureException> RefusedAsync(World world, ArenaQuestion question)
    {
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Arena.RankArenaAsync(question));
        error.ErrorType.ShouldBe(FailureTypes.InvalidInput);
        return error;
    }

    private static async Task<IReadOnlyList<CandidateKey>> OpenAsync(World world, string study, int bars, string policy = "rigorous@1")
    {
        var trained = await world.TrainAsync(await world.Study.OpenStudyAsync(World.Request(study) with { Policy = policy }));
        List<CandidateKey> candidates = [.. trained.Select(candidate => candidate.Key)];
        foreach (var candidate in candidates)
        {
            await world.Paper.OpenPaperAsync(candidate);
            await world.TradeAsync(candidate, 0, bars);
        }

        return candidates;
    }
}
