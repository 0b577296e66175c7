using System.Text.Json;
using Gauntlet.Activities.Pipeline;
using Gauntlet.Contracts;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Markets;
using Gauntlet.Storage.Datasets;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Tests;
using Temporalio.Exceptions;

namespace Gauntlet.Activities.Tests.Pipeline;

public sealed class StudyActivitiesTests(TestDatabase fixture) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"bars-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [SkippableFact]
    public async Task OpenStudy_OnlyAName_ResolvesEveryDefault()
    {
        using var world = new World(fixture.Database);
        var plan = await world.Study.OpenStudyAsync(new() { Study = "defaults" });

        plan.Market.ShouldBe(new("synthetic:trend", SyntheticMarket.Named("synthetic:trend", 1).Series.ContentHash, SyntheticMarket.DefaultBars, 3600));
        (plan.Strategy, plan.Sampler, plan.Policy, plan.Seed, plan.Trials).ShouldBe(("sma-cross", "gp", "rigorous@1", 1, 200));
        plan.Training.To.ShouldBeLessThan(plan.HoldOut.From);
        plan.HoldOut.To.ShouldBeLessThan(plan.Paper.From);
        plan.Paper.Bars.ShouldBe(7 * 24);
        plan.PaceFactor.ShouldBe(1);
    }

    [SkippableFact]
    public async Task OpenStudy_Repeated_GivesTheStoredPlanAtThePaceAskedFor()
    {
        using var world = new World(fixture.Database);
        var first = await world.Study.OpenStudyAsync(World.Request("repeated"));
        var second = await world.Study.OpenStudyAsync(World.Request("repeated") with { Pace = "10080" });
        second.ShouldBe(first with { PaceFactor = 10080 });
    }

    [SkippableFact]
    public async Task OpenStudy_SameNameOtherInputs_IsRefused()
    {
        using var world = new World(fixture.Database);
        await world.Study.OpenStudyAsync(World.Request("taken"));
        var error = await RefusedAsync(world, World.Request("taken") with { Trials = 30 });
        error.Message.ShouldContain("trials 20, not 30");
    }

    [SkippableFact]
    public async Task OpenStudy_SameNameOtherBars_IsRefusedWithBothHashes()
    {
        using var world = new World(fixture.Database);
        var plan = await world.Study.OpenStudyAsync(World.Request("other-bars"));
        var error = await RefusedAsync(world, World.Request("other-bars") with { Market = "synthetic:noise" });
        error.Message.ShouldContain($"was opened with market {plan.Market.DataHash}, not ");
    }

    [SkippableFact]
    public async Task OpenStudy_SameNameOtherSpace_IsRefusedWithTheDifference()
    {
        using var world = new World(fixture.Database);
        var plan = await world.Study.OpenStudyAsync(World.Request("this-space"));
        var earlier = plan with { Study = "other-space", Space = plan.Space!.Replace("fast int 2..", "fast int 3..", StringComparison.Ordinal) };
        await world.Get<IStudyStore>().AddAsync(earlier, StudyPlanner.Inputs(earlier), default);
        var error = await RefusedAsync(world, World.Request("other-space"));
        error.Message.ShouldContain("space: the study 'other-space' was opened with space fast int 3..");
        error.Message.ShouldContain(", not fast int 2..");
        error.Message.ShouldNotContain("slow");
    }

    [SkippableFact]
    public async Task OpenStudy_PolicyThatEndsEarly_SetsTheGainUnlessTheRequestDoes()
    {
        using var world = new World(fixture.Database);
        var path = Path.ChangeExtension(_file, ".json");
        await File.WriteAllTextAsync(path, """{ "extends": "rigorous@1", "name": "thrifty", "version": 1, "training": { "minimumGain": 0.05 } }""");
        (await world.Study.OpenStudyAsync(World.Request("thrifty-1") with { Policy = path })).MinimumGain.ShouldBe(0.05);
        (await world.Study.OpenStudyAsync(World.Request("thrifty-2") with { Policy = path, MinimumGain = 0.2 })).MinimumGain.ShouldBe(0.2);
        (await world.Study.OpenStudyAsync(World.Request("thrifty-3"))).MinimumGain.ShouldBeNull();
        File.Delete(path);
    }

    [SkippableFact]
    public async Task OpenStudy_File_IsReadBackWithoutIt()
    {
        using var world = new World(fixture.Database);
        Write(Rows(1200));
        var plan = await world.Study.OpenStudyAsync(World.Request("from-file") with { Market = _file });
        File.Delete(_file);
        (await world.Get<IDatasetStore>().ReadAsync(plan.Market.DataHash, default)).Count.ShouldBe(1200);
        plan.Market.BarSeconds.ShouldBe(3600);
    }

    [SkippableFact]
    public async Task OpenStudy_OwnPolicy_IsStoredUnderItsName()
    {
        using var world = new World(fixture.Database);
        var path = Path.ChangeExtension(_file, ".json");
        await File.WriteAllTextAsync(path, """{ "extends": "rigorous@1", "name": "mine", "version": 3, "gate1": { "minimumTrades": 5 } }""");
        (await world.Study.OpenStudyAsync(World.Request("own-policy") with { Policy = path })).Policy.ShouldBe("mine@3");

        // The same version with other limits is another policy under a false name.
        await File.WriteAllTextAsync(path, """{ "extends": "rigorous@1", "name": "mine", "version": 3, "gate1": { "minimumTrades": 6 } }""");
        (await RefusedAsync(world, World.Request("own-policy-2") with { Policy = path })).Message.ShouldContain("mine@3");
        File.Delete(path);
    }

    public static TheoryData<string, PipelineRequest, string> BadRequests => new()
    {
        { "no name", new PipelineRequest(), "study" },
        { "a name with capitals", World.Request("Spy"), "study: 'Spy'" },
        { "a long name", World.Request(new string('a', 101)), "study" },
        { "a name kept for dry runs", World.Request("dry-run"), "dry-" },
        { "a dry run without its prefix", World.Request("real") with { DryRun = true }, "dry-" },
        { "an unknown strategy", World.Request("bad") with { Strategy = "sma-cros" }, "'sma-cross'" },
        { "an unknown sampler", World.Request("bad") with { Sampler = "tpa" }, "'tpe'" },
        { "an unknown policy", World.Request("bad") with { Policy = "rigorus@1" }, "'rigorous@1'" },
        { "an unknown market", World.Request("bad") with { Market = "synthetic:trent" }, "'synthetic:trend'" },
        { "a missing file", World.Request("bad") with { Market = "nowhere.csv" }, "market: 'nowhere.csv'" },
        { "a missing policy file", World.Request("bad") with { Policy = "nowhere.json" }, "policy: 'nowhere.json'" },
        { "an unknown pruner", World.Request("bad") with { Pruner = "medain" }, "There is no pruner 'medain'. Did you mean 'median'?" },
        { "a pruner's setting", World.Request("bad") with { Pruner = "halving:1" }, "reduction factor = 1 is not 2 or more" },
        { "no time", World.Request("bad") with { TimeBudgetSeconds = 0 }, "timeBudgetSeconds: '0' is not a positive number" },
        { "a gain that is none", World.Request("bad") with { MinimumGain = double.NaN }, "minimumGain: 'NaN' is not 0 or more" },
        { "a start from itself", World.Request("bad") with { WarmStart = "bad" }, "warmStart: 'bad' is not the name of another study" },
        { "too few trials", World.Request("bad") with { Trials = 9 }, "trials: '9' is not from 10 to 100000" },
        { "no trial beyond the start-up", World.Request("bad") with { Trials = 10, Sampler = "tpe" }, "trials: 10 trials end before the sampler tpe learns anything, for it draws 10 by chance first" },
        { "a generation not filled", World.Request("bad") with { Trials = 24, Sampler = "nsga2" }, "trials: 24 trials end before the sampler nsga2 learns anything" },
        { "too many trials", World.Request("bad") with { Trials = 100_001 }, "trials: '100001'" },
        { "a negative seed", World.Request("bad") with { Seed = -1 }, "seed: '-1'" },
        { "a slow pace", World.Request("bad") with { Pace = "0.5" }, "pace: '0.5'" },
        { "a pace that is no number", World.Request("bad") with { Pace = "fast" }, "pace: 'fast'" },
        { "an unknown key", World.Request("bad") with { Unknown = new Dictionary<string, JsonElement> { ["strategie"] = default } }, "'strategy'" },
    };

    [SkippableTheory]
    [MemberData(nameof(BadRequests))]
    public async Task OpenStudy_BadRequest_NamesFieldAndRemedyAndWritesNothing(string what, PipelineRequest request, string words)
    {
        using var world = new World(fixture.Database);
        var (studies, datasets) = (await world.CountAsync("study"), await world.CountAsync("dataset"));
        (await RefusedAsync(world, request)).Message.ShouldContain(words, Case.Sensitive, what);
        (await world.CountAsync("study"), await world.CountAsync("dataset")).ShouldBe((studies, datasets));
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "empty" },
        { "timestamp,open,high,low,close,volume\n", "no bar" },
        { Rows(1000).Replace("2024-01-02T00:00:00Z,100,101,99,", "2024-01-02T00:00:00Z,100,98,99,", StringComparison.Ordinal), "high" },
        { Rows(1000).Replace("2024-01-02T00:00:00Z,100", "2024-01-02T00:00:00Z,-100", StringComparison.Ordinal), "-100" },
        { Rows(1000).Replace("2024-01-02T00:00:00Z,100", "2024-01-02T00:00:00Z,NaN", StringComparison.Ordinal), "NaN" },
        { Rows(1000).Replace("2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z", StringComparison.Ordinal), "2024-01-01" },
        { Rows(300), "300 bars are too few" },
    };

    [SkippableTheory]
    [MemberData(nameof(BadFiles))]
    public async Task OpenStudy_BadBars_AreRefusedAndNothingIsWritten(string text, string words)
    {
        using var world = new World(fixture.Database);
        Write(text);
        var datasets = await world.CountAsync("dataset");
        (await RefusedAsync(world, World.Request("bad-bars") with { Market = _file })).Message.ShouldContain(words);
        (await world.CountAsync("dataset")).ShouldBe(datasets);
    }

    private static async Task<ApplicationFailureException> RefusedAsync(World world, PipelineRequest request)
    {
        var error = await Should.ThrowAsync<ApplicationFailureException>(() => world.Study.OpenStudyAsync(request));
        error.ErrorType.ShouldBe(FailureTypes.InvalidInput);
        error.NonRetryable.ShouldBeTrue();
        error.Message.ShouldNotContain("\n");
        return error;
    }

    private static string Rows(int count) => "timestamp,open,high,low,close,volume\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => $"{new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i):yyyy-MM-ddTHH:mm:ssZ},100,101,99,{100 + (i % 2 / 2.0)},10\n"));

    private void Write(string text) => File.WriteAllText(_file, text);
}
