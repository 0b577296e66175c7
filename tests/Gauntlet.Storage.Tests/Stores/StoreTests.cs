using Dapper;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Datasets;
using Npgsql;

namespace Gauntlet.Storage.Tests.Stores;

public class StoreTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    private Sample Rows => new(fixture.Database);

    [SkippableFact]
    public async Task Dataset_StoredTwice_ComesBackByItsHash()
    {
        var rows = Rows;
        await rows.Datasets.AddAsync(Sample.Bars, new { }, default);
        await rows.Datasets.AddAsync(Sample.Bars, new { }, default);

        var read = await new DatasetStore(rows.Source).ReadAsync(Sample.Bars.ContentHash, default);
        read.Count.ShouldBe(100);
        read.ContentHash.ShouldBe(Sample.Bars.ContentHash);
        read.Symbol.ShouldBe("test");
        read.Calendar.ShouldBe(Sample.Bars.Calendar);
        read[^1].ShouldBe(Sample.Bars[^1]);
    }

    [SkippableFact]
    public async Task Dataset_ChangedBytes_AreNoticed()
    {
        var rows = Rows;
        var bars = Sample.Make(33);
        await rows.Datasets.AddAsync(bars, new { }, default);
        await using var connection = await rows.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            alter table dataset disable trigger insert_only;
            update dataset set columns = set_byte(columns, 1000, get_byte(columns, 1000) # 1) where content_hash = @hash;
            alter table dataset enable trigger insert_only;
            """,
            new { hash = bars.ContentHash });

        (await Should.ThrowAsync<CorruptEvidenceException>(() => rows.Datasets.ReadAsync(bars.ContentHash, default))).Message.ShouldContain(bars.ContentHash);
    }

    [SkippableFact]
    public async Task Dataset_Unknown_IsAnError() =>
        (await Should.ThrowAsync<CorruptEvidenceException>(() => Rows.Datasets.ReadAsync("nothing", default))).Message.ShouldContain("not stored");

    [SkippableFact]
    public async Task Study_OpenedAgain_GivesTheFirstPlan()
    {
        var rows = Rows;
        await rows.OpenAsync("again");
        var plan = await rows.Studies.AddAsync(Sample.Plan("again") with { PaceFactor = 7 }, Sample.Inputs(), default);
        plan.ShouldBe(Sample.Plan("again"));
    }

    [SkippableFact]
    public async Task Study_SameNameOtherInputs_IsRefusedByField()
    {
        var rows = Rows;
        await rows.OpenAsync("taken");
        var error = await Should.ThrowAsync<InvalidInputException>(() => rows.Studies.AddAsync(Sample.Plan("taken", seed: 2), Sample.Inputs(seed: 2), default));
        error.Field.ShouldBe("seed");
        error.Message.ShouldContain("seed 1, not 2");
        error.Message.ShouldContain("another study name");
    }

    [SkippableFact]
    public async Task Policy_SameVersionOtherLimits_IsRefused()
    {
        var rows = Rows;
        await rows.Policies.AddAsync(new("mine", 1, "first", """{"a":1}"""), default);
        (await Should.ThrowAsync<InvalidInputException>(() => rows.Policies.AddAsync(new("mine", 1, "second", """{"a":2}"""), default))).Message.ShouldContain("mine@1");
        (await rows.Policies.ReadAsync("mine@1", default)).ContentHash.ShouldBe("first");
    }

    [SkippableFact]
    public async Task Trials_StoredTwice_StayTheFirst()
    {
        var rows = Rows;
        await rows.OpenAsync("trials");
        await rows.Trials.AddAsync("trials", "window", [Sample.Trial(0, 1.0 / 3), Sample.Trial(1, null)], default);
        await rows.Trials.AddAsync("trials", "window", [Sample.Trial(1, 9), Sample.Trial(2, 2)], default);

        var read = await rows.Trials.ReadAsync("trials", 0, 10, default);
        read.Select(t => t.Value).ShouldBe([1.0 / 3, null, 2]);
        read[1].Reason.ShouldBe("It never traded.");
        (await rows.Trials.ReadAsync("trials", 1, 2, default)).Single().Number.ShouldBe(1);
        (await rows.Trials.CountAsync("trials", default)).ShouldBe(new(3, 2, 1, 0));
    }

    [SkippableFact]
    public async Task CentralCount_TwoStudiesOnOneWindow_CountsEachTrialOnce()
    {
        var rows = Rows;
        await rows.OpenAsync("count-1");
        await rows.OpenAsync("count-2");
        await rows.OpenAsync("count-3");
        await rows.Trials.AddAsync("count-1", "shared", [Sample.Trial(0, 1, "a"), Sample.Trial(1, null, "b")], default);
        await rows.Trials.AddAsync("count-2", "shared", [Sample.Trial(0, 1, "a"), Sample.Trial(1, null, "b")], default);
        (await rows.Trials.CentralCountAsync("shared", default)).ShouldBe(2);

        await rows.Trials.AddAsync("count-3", "shared", [Sample.Trial(0, 1, "c")], default);
        (await rows.Trials.CentralCountAsync("shared", default)).ShouldBe(3);
        (await rows.Trials.CentralCountAsync("elsewhere", default)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Selection_StoredTwice_StaysTheFirst()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("selection");
        var second = await rows.Artifacts.AddAsync("selection", new(99, "{}", [new(2, 1, Sample.Bundle(9))]), default);
        second.CentralCount.ShouldBe(3);
        second.Candidates.Single().Trial.ShouldBe(0);
        (await rows.Artifacts.ReadAsync(key, default)).ToHash().ShouldBe(key.Artifact);
        await Should.ThrowAsync<CorruptEvidenceException>(() => rows.Artifacts.ReadAsync(key with { Artifact = new string('0', 64) }, default));
    }

    [Fact]
    public void Artifact_SameContent_HasTheSameHashAndAnyOtherNot()
    {
        Sample.Bundle().ToHash().ShouldBe(Sample.Bundle().ToHash());
        Sample.Bundle().ToHash().ShouldNotBe(Sample.Bundle(4).ToHash());
        (Sample.Bundle() with { CodeVersion = "1.1" }).ToHash().ShouldNotBe(Sample.Bundle().ToHash());
    }

    [SkippableFact]
    public async Task HoldOut_OpenedAgainByTheSameCandidate_CountsOnce()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("hold-out");
        (await rows.HoldOuts.OpenAsync(key, "the window", default)).ShouldBe(1);
        (await rows.HoldOuts.OpenAsync(key, "the window", default)).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Verdict_StoredTwice_StaysTheFirstWithEveryCheck()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("verdict");
        await rows.Verdicts.AddAsync(key, Sample.Verdict(Gate.Gate1, 1.0 / 3), null, default);
        var read = await rows.Verdicts.AddAsync(key, Sample.Verdict(Gate.Gate1, 0.9), null, default);

        read.Verdict.ShouldBeOfType<Rejected>().Reasons.ShouldBe(["too low"]);
        read.Checks.ShouldBe(Sample.Verdict(Gate.Gate1, 1.0 / 3).Checks);
        (await rows.Verdicts.FindAsync(key, Gate.Gate2, "test@1", default)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Verdict_Fault_IsNotStored()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("fault");
        await Should.ThrowAsync<ArgumentException>(() => rows.Verdicts.AddAsync(key, Sample.Verdict(Gate.Gate1, 1) with { Verdict = new Faulted("disk full") }, null, default));
        (await rows.Verdicts.FindAsync(key, Gate.Gate1, "test@1", default)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Paper_StepStoredTwice_StaysTheFirst()
    {
        var rows = Rows;
        var key = await rows.RunAsync("paper", disturbed: true);
        (await rows.Paper.CountAsync(key, default)).ShouldBe(2);
        (await rows.Paper.FindStepAsync(key, 1, default)).ShouldBe(Sample.Bar(1, endsDay: true).Receipt);
        (await rows.Paper.FindStepAsync(key, 2, default)).ShouldBeNull();
        (await rows.Paper.FlattenedAsync(key, default)).ShouldBe([1]);
        (await rows.Paper.DaysAsync(key, default)).Count.ShouldBe(1);

        var bars = await rows.Paper.BarsAsync(key, default);
        bars.Select(b => b.FillPrice).ShouldBe([1.0 / 3, null]);
        bars[1].Equity.ShouldBe(100 + (1 / 3.0));
    }

    [SkippableFact]
    public async Task Paper_AnyRowOfAStepFails_StoresNoneOfThem()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("atomic");
        await rows.Paper.OpenAsync(key, "paper", new(2, 3600, 1, 3600), default);
        await Should.ThrowAsync<PostgresException>(() => rows.Paper.AddAsync(key, Sample.Bar(0, fills: true, endsDay: true) with { DayRecord = "no json" }, default));

        await using var connection = await rows.Source.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<int>("select count(*) from strategy_order where study = 'atomic'")).ShouldBe(0);
        (await rows.Paper.CountAsync(key, default)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Paper_StopAsksToFlattenTheBarBeforeItIsStored_RefusesTheStepThatDidNot()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("overtaken");
        await rows.Paper.OpenAsync(key, "paper", new(2, 3600, 1, 3600), default);
        await rows.Paper.FlattenAsync(new(key, 0, "fire"), default);

        (await rows.Paper.AddAsync(key, Sample.Bar(0, fills: true), default)).ShouldBeFalse();
        (await rows.Paper.CountAsync(key, default)).ShouldBe(0);
        (await rows.Paper.AddAsync(key, Sample.Bar(0) with { Flattened = true }, default)).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Paper_StepOvertookTheStop_FlattensTheNextBarOnce()
    {
        var rows = Rows;
        var key = await rows.TrainAsync("late-stop");
        await rows.Paper.OpenAsync(key, "paper", new(2, 3600, 1, 3600), default);
        await rows.Paper.AddAsync(key, Sample.Bar(0), default);
        await rows.Paper.FlattenAsync(new(key, 0, "fire"), default);
        await rows.Paper.AddAsync(key, Sample.Bar(1) with { Flattened = true }, default);
        await rows.Paper.FlattenAsync(new(key, 0, "fire"), default);
        (await rows.Paper.FlattenedAsync(key, default)).ShouldBe([1]);
    }

    [SkippableFact]
    public async Task Promotion_DecidedAgain_StaysTheFirst()
    {
        var rows = Rows;
        var key = await rows.RunAsync("promotion");
        (await rows.Promotions.AddAsync(key, new(false, null, ["changed my mind"]), null, default)).Promoted.ShouldBeTrue();
        (await rows.Promotions.FindAsync(key, default))!.Reasons.ShouldBe(["all gates passed"]);
    }
}
