using Gauntlet.Contracts;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Markets;
using Gauntlet.Storage.Artifacts;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Datasets;
using Gauntlet.Storage.Digests;
using Gauntlet.Storage.HoldOuts;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Policies;
using Gauntlet.Storage.Promotions;
using Gauntlet.Storage.Scenarios;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;
using Gauntlet.Storage.Verdicts;
using Npgsql;

namespace Gauntlet.Storage.Tests.Stores;

/// <summary>A small study with a row in every table, made of invented numbers.</summary>
internal sealed class Sample(GauntletDatabase database)
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static BarSeries Bars { get; } = Make(100);

    public NpgsqlDataSource Source => database.Source;

    public DatasetStore Datasets { get; } = new(database.Source);

    public PolicyStore Policies { get; } = new(database.Source);

    public StudyStore Studies { get; } = new(database.Source);

    public TrialStore Trials { get; } = new(database.Source);

    public ArtifactStore Artifacts { get; } = new(database.Source);

    public HoldOutStore HoldOuts { get; } = new(database.Source);

    public ScenarioStore Scenarios { get; } = new(database.Source);

    public VerdictStore Verdicts { get; } = new(database.Source);

    public PaperStore Paper { get; } = new(database.Source);

    public PromotionStore Promotions { get; } = new(database.Source);

    public DigestStore Digests { get; } = new(database.Source);

    public static BarSeries Make(int count)
    {
        double[] close = [.. Enumerable.Range(0, count).Select(i => 100 + Math.Sin(i))];
        return new("test", TimeSpan.FromHours(1), [.. Enumerable.Range(0, count).Select(i => Start.AddHours(i))], close, close, close, close, new double[count]);
    }

    public static StudyPlan Plan(string study, long seed = 1)
    {
        var window = new WindowFacts(Start, Start.AddHours(50), 50, Bars.ContentHash);
        return new()
        {
            Study = study, Strategy = "sma-cross", Market = new("test", Bars.ContentHash, 100, 3600), Training = window, HoldOut = window, Paper = window,
            Seed = seed, Sampler = "tpe", Policy = "test@1", Trials = 3, BatchSize = 2, ParallelBatches = 1, Candidates = 1, PaceFactor = 1,
        };
    }

    public static StudyInputs Inputs(long seed = 1) => new()
    {
        Market = Bars.ContentHash, Strategy = "sma-cross", Trials = 3, Seed = seed, Sampler = "tpe", Policy = "test@1", DryRun = false,
    };

    public static StoredTrial Trial(int number, double? value, string? fingerprint = null) => new()
    {
        Number = number,
        State = value is null ? "pruned" : "completed",
        Parameters = $$"""{"fast":{{number + 2}}}""",
        FoldValues = value is null ? "[]" : "[0.1,0.2]",
        Value = value,
        Reason = value is null ? "It never traded." : null,
        Cause = value is null ? "never-traded" : null,
        Score = value is null ? null : """{"objective":1}""",
        Fingerprint = fingerprint ?? $"f{number}",
    };

    public static ArtifactBundle Bundle(int fast = 3) => new()
    {
        Strategy = "sma-cross",
        Parameters = new(StringComparer.Ordinal) { ["fast"] = ParameterValue.Of(fast), ["direction"] = ParameterValue.Of("long-only") },
        TrainingHash = Bars.ContentHash,
        Seed = 1,
        CodeVersion = "1.0",
        Policy = "test@1",
    };

    public static GateVerdict Verdict(Gate gate, double value) => new()
    {
        Gate = gate,
        Policy = "test@1",
        Verdict = value >= 0.5 ? new Passed() : new Rejected(["too low"]),
        Checks = [CheckResult.RequireAtLeast("probability", value, 0.5, Unit.Probability, $"it is {value}", new(value / 2, 1, 0.95))],
    };

    public static StoredStep Bar(int bar, bool fills = false, bool endsDay = false) => new()
    {
        Bar = bar,
        Equity = 100 + (bar / 3.0),
        BenchmarkEquity = 100,
        Receipt = new(bar, new(Start.AddHours(bar + 1)), bar / 300.0, 0, 0.5, endsDay ? 1 : 0, bar + 2.0),
        Fill = fills ? new(Start.AddHours(bar), 2.5, 1.0 / 3, 0.01, 2.5, 99) : null,
        DayRecord = endsDay ? """{"day":1}""" : null,
    };

    public async Task OpenAsync(string study, long seed = 1)
    {
        await Datasets.AddAsync(Bars, new { findings = Array.Empty<string>() }, default);
        await Policies.AddAsync(new("test", 1, "hash", """{"minimum":0.5}"""), default);
        await Studies.AddAsync(Plan(study, seed), Inputs(seed), default);
    }

    public async Task<CandidateKey> TrainAsync(string study)
    {
        await OpenAsync(study);
        await Trials.AddAsync(study, Bars.ContentHash, [Trial(0, 0.25), Trial(1, null), Trial(2, 1e-7)], default);
        var selection = await Artifacts.AddAsync(study, new(3, """{"total":3}""", [new(0, 0.25, Bundle())]), default);
        return new(study, 0, selection.Candidates[0].Artifact);
    }

    /// <summary>Everything that a study stores, in order or with every call made twice as after crashes.</summary>
    public async Task<CandidateKey> RunAsync(string study, bool disturbed = false)
    {
        for (var attempt = disturbed ? 0 : 1; attempt < 2; attempt++)
        {
            var key = await TrainAsync(study);
            await HoldOuts.OpenAsync(key, "hold-out", default);
            await Verdicts.AddAsync(key, Verdict(Gate.Gate1, 0.75), new { returns = new[] { 0.1 } }, default);
            await Scenarios.AddSetAsync(new("set", "model@1", 7, 2, """{"volatility":0.1}"""), default);
            await Scenarios.AddAsync(key.Artifact, "set", [new(1, """{"returnFraction":0.1}"""), new(0, """{"returnFraction":-1e-5}""")], default);
            await Paper.OpenAsync(key, "paper", new(2, 3600, 1, 3600), default);
            await Paper.FlattenAsync(new(key, 1, $"attempt {attempt}"), default);
            await Paper.AddAsync(key, Bar(0, fills: true), default);
            await Paper.AddAsync(key, Bar(1, endsDay: true) with { Flattened = true }, default);
            await Promotions.AddAsync(key, new(true, "A", ["all gates passed"]), new(true, "me", "looks fine"), default);
        }

        return (await Artifacts.FindSelectionAsync(study, default))!.Candidates.Select(c => new CandidateKey(study, c.Trial, c.Artifact)).Single();
    }
}
