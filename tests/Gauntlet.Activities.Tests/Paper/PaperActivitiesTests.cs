using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Paper;

public class PaperActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    [SkippableFact]
    public async Task StepPaper_Repeated_GivesTheStoredReceipt()
    {
        using var world = new World(fixture.Database);
        var (candidate, _) = await OpenAsync(world, "repeated");
        var first = await world.TradeAsync(candidate, 0, 5);
        first.Bar.ShouldBe(4);
        first.NextOffsetSeconds.ShouldBe(6 * 3600);
        (await world.Paper.StepPaperAsync(new(candidate, 4))).ShouldBe(first);
        (await world.Get<IPaperStore>().CountAsync(candidate, default)).ShouldBe(5);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(168)]
    public async Task StepPaper_OutOfOrderOrOutside_IsRefused(int bar)
    {
        using var world = new World(fixture.Database);
        var (candidate, _) = await OpenAsync(world, "order");
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Paper.StepPaperAsync(new(candidate, bar)));
        error.ErrorType.ShouldBe(FailureTypes.InvalidInput);
        error.Message.ShouldContain($"bar: {bar}");
    }

    [SkippableFact]
    public async Task StepPaper_WholeSession_CompletesSevenDays()
    {
        using var world = new World(fixture.Database);
        var (candidate, plan) = await OpenAsync(world, "session");
        (plan.Bars, plan.Days, plan.BarSeconds, plan.FirstOffsetSeconds).ShouldBe((168, 7, 3600, 3600.0));
        (await world.TradeAsync(candidate, 0, 24)).DaysCompleted.ShouldBe(1);
        var last = await world.TradeAsync(candidate, 24, 168);
        last.DaysCompleted.ShouldBe(7);
        last.NextOffsetSeconds.ShouldBeNull();
        (await world.Get<IPaperStore>().DaysAsync(candidate, default)).Count.ShouldBe(7);
    }

    [SkippableFact]
    public async Task FlattenPaper_AnyBar_IsFlatFromItsOpenAndStaysFaithful()
    {
        using var world = new World(fixture.Database);
        var (candidate, plan) = await OpenAsync(world, "flatten");
        var before = await world.TradeAsync(candidate, 0, 30);
        before.Position.ShouldNotBe(0);

        await world.Paper.FlattenPaperAsync(new(candidate, 30, "prices are wrong"));
        await world.Paper.FlattenPaperAsync(new(candidate, 30, "prices are wrong"));
        (await world.Paper.StepPaperAsync(new(candidate, 30))).Position.ShouldBe(0);
        (await OriginAsync(world, candidate, 30)).ShouldBe("flatten");

        // Another worker, without memory, goes on from the rows.
        using var another = new World(fixture.Database);
        await another.TradeAsync(candidate, 31, plan.Bars);
        await world.Backtest.JudgeBacktestAsync(candidate);
        var verdict = await world.Paper.JudgePaperAsync(candidate);
        verdict.Gate.ShouldBe(Gate.Gate3);
        verdict.Checks.Single(check => check.Unit == Unit.BasisPoints).Value.ShouldBe(0);
        (await world.Paper.JudgePaperAsync(candidate)).Checks.ShouldBe(verdict.Checks);
    }

    [SkippableFact]
    public async Task JudgePaper_SessionNotOver_IsRefused()
    {
        using var world = new World(fixture.Database);
        var (candidate, _) = await OpenAsync(world, "early");
        await world.TradeAsync(candidate, 0, 3);
        (await Should.ThrowAsync<ApplicationFailureException>(() => world.Paper.JudgePaperAsync(candidate))).Message.ShouldContain("3 of 168 bars");
    }

    private static async Task<(CandidateKey Candidate, PaperPlan Plan)> OpenAsync(World world, string study)
    {
        var candidates = await world.TrainAsync(await world.Study.OpenStudyAsync(World.Request(study)));
        return (candidates[0].Key, await world.Paper.OpenPaperAsync(candidates[0].Key));
    }

    private static async Task<string?> OriginAsync(World world, CandidateKey candidate, int bar)
    {
        await using var command = world.Get<Npgsql.NpgsqlDataSource>().CreateCommand("select origin from strategy_order where study = $1 and trial = $2 and bar = $3");
        command.Parameters.AddWithValue(candidate.Study);
        command.Parameters.AddWithValue(candidate.Trial);
        command.Parameters.AddWithValue(bar);
        return (string?)await command.ExecuteScalarAsync();
    }
}
