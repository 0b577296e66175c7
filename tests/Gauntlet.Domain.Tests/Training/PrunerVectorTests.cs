using System.Text.Json;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Pruning;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Decisions of Optuna 5.0.0, replayed event by event.</summary>
public class PrunerVectorTests
{
    public static TheoryData<string, string> All { get; } = Names();

    [Theory]
    [MemberData(nameof(All))]
    public void Judge_ReferenceEvents_DecidesAsTheReference(string file, string name)
    {
        var vector = VectorFile.Case(file, name);
        var pruner = Create(vector.GetProperty("pruner"));
        var isThreshold = vector.GetProperty("pruner").GetProperty("type").GetString() == "threshold";

        // Ours are for higher values; the threshold alone does not look at the direction.
        var sign = vector.GetProperty("direction").GetString() == "minimize" && !isThreshold ? -1 : 1;
        var study = new StudyRuns(vector.GetProperty("study_name").GetString()!);
        foreach (var (e, place) in vector.GetProperty("events").EnumerateArray().Select((e, place) => (e, place)))
        {
            var run = study[e[1].GetInt32()];
            switch (e[0].GetString())
            {
                case "report":
                    run.Report(e[2].GetInt32(), sign * e[3].Number());
                    Ask(pruner, study, run, e[4], place);
                    break;
                case "ask":
                    Ask(pruner, study, run, e[2], place);
                    break;
                case "end":
                    run.End(Kind(e[2].GetString()!), e[3].ValueKind == JsonValueKind.Null ? double.NaN : sign * e[3].Number());
                    break;
                default:
                    e[0].GetString().ShouldBe("start");
                    break;
            }
        }
    }

    [Fact]
    public void Rungs_OfHalving_LieWhereTheReferenceHasThem()
    {
        foreach (var vector in VectorFile.List("pruner_sha", "rungs"))
        {
            var (first, factor, rate) = (vector.GetProperty("min_resource").GetInt32(), vector.GetProperty("reduction_factor").GetInt32(), vector.GetProperty("min_early_stopping_rate").GetInt32());
            vector.Numbers("rung_steps").ShouldBe(Enumerable.Range(0, vector.Numbers("rung_steps").Length).Select(rung => HalvingPruner.StepOf(rung, first, factor, rate)));
        }
    }

    [Fact]
    public void FirstStep_FoundAutomatically_IsTheReference()
    {
        foreach (var vector in VectorFile.List("pruner_sha", "auto_min_resource"))
        {
            var study = new StudyRuns("study");
            foreach (var (last, number) in vector.Numbers("last_steps_of_complete_trials").Select((last, number) => ((int)last, number)))
            {
                study[number].Report(last, 0);
                study[number].End(TrialKind.Completed, 0);
            }

            HalvingPruner.FirstStep(study).ShouldBe(vector.GetProperty("min_resource") is { ValueKind: JsonValueKind.Number } step ? step.GetInt32() : null);
        }
    }

    [Fact]
    public void Brackets_OfHyperband_AreTheReference()
    {
        foreach (var table in VectorFile.List("pruner_hyperband", "tables"))
        {
            var brackets = new HyperbandPruner.Brackets(table.GetProperty("min_resource").GetInt32(), table.GetProperty("max_resource").GetInt32(), table.GetProperty("reduction_factor").GetInt32(), 0);
            brackets.Budgets.Select(budget => (double)budget).ShouldBe(table.Numbers("budgets"));
            var expected = table.Numbers("bracket_of_trial");
            for (var number = 0; number < expected.Length; number++) ((double)brackets.Of(table.GetProperty("study_name").GetString()!, number)).ShouldBe(expected[number]);
        }
    }

    [Fact]
    public void SignedRanks_ReferenceDifferences_HaveTheReferenceProbability()
    {
        foreach (var vector in VectorFile.List("pruner_wilcoxon", "p_values"))
        {
            var differences = vector.Numbers("differences");
            var expected = vector.GetProperty("p_value").GetDouble();
            var found = vector.GetProperty("alternative").GetString() == "less" ? SignedRankTest.Less(differences) : SignedRankTest.Greater(differences);
            SignedRankTest.Statistic(differences).ShouldBe(vector.GetProperty("statistic").GetDouble(), 1e-9, $"{vector.GetProperty("name")}");
            found.ShouldBe(expected, 1e-9 * expected, $"{vector.GetProperty("name")}");
        }
    }

    private static void Ask(IPruner pruner, StudyRuns study, TrialRun run, JsonElement expected, int place)
    {
        if (expected.ValueKind == JsonValueKind.Null) return;
        (pruner.Judge(study, run) is not null).ShouldBe(expected.GetBoolean(), $"event {place}, trial {run.Number}");
    }

    private static IPruner Create(JsonElement pruner) => pruner.GetProperty("type").GetString() switch
    {
        "median" => new PercentilePruner(50, Whole(pruner, "n_startup_trials", 5), Whole(pruner, "n_warmup_steps", 0), Whole(pruner, "interval_steps", 1), Whole(pruner, "n_min_trials", 1)),
        "percentile" => new PercentilePruner(Real(pruner, "percentile", 25), Whole(pruner, "n_startup_trials", 5), Whole(pruner, "n_warmup_steps", 0), Whole(pruner, "interval_steps", 1), Whole(pruner, "n_min_trials", 1)),
        "sha" => new HalvingPruner(Automatic(pruner, "min_resource", 1), Whole(pruner, "reduction_factor", 4), Whole(pruner, "min_early_stopping_rate", 0), Whole(pruner, "bootstrap_count", 0)),
        "hyperband" => new HyperbandPruner(Whole(pruner, "min_resource", 1), Automatic(pruner, "max_resource", null), Whole(pruner, "reduction_factor", 3), Whole(pruner, "bootstrap_count", 0)),
        "wilcoxon" => new WilcoxonPruner(Real(pruner, "p_threshold", 0.1), Whole(pruner, "n_startup_steps", 2)),
        "patient" => new PatientPruner(pruner.GetProperty("wrapped") is { ValueKind: JsonValueKind.Object } wrapped ? Create(wrapped) : null, Whole(pruner, "patience", 0), Real(pruner, "min_delta", 0)),
        "threshold" => new ThresholdPruner(Real(pruner, "lower", double.NegativeInfinity), Real(pruner, "upper", double.PositiveInfinity), Whole(pruner, "n_warmup_steps", 0), Whole(pruner, "interval_steps", 1)),
        var other => throw new InvalidOperationException($"No pruner {other}."),
    };

    private static int Whole(JsonElement pruner, string name, int usual) => pruner.TryGetProperty(name, out var value) ? value.GetInt32() : usual;

    private static double Real(JsonElement pruner, string name, double usual) => pruner.TryGetProperty(name, out var value) ? value.Number() : usual;

    private static int? Automatic(JsonElement pruner, string name, int? usual) =>
        pruner.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null : usual;

    private static TrialKind Kind(string state) => state switch
    {
        "C" => TrialKind.Completed,
        "P" => TrialKind.Pruned,
        _ => TrialKind.Failed,
    };

    private static TheoryData<string, string> Names()
    {
        var all = new TheoryData<string, string>();
        foreach (var file in new[] { "pruner_median", "pruner_sha", "pruner_hyperband", "pruner_wilcoxon", "pruner_patient", "pruner_threshold" })
        {
            foreach (var (c, i) in VectorFile.Cases(file).Select((c, i) => (c, i))) all.Add(file, $"{i}: {c.GetProperty("name").GetString()}");
        }

        return all;
    }
}
