using System.Text.Json;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling.Parzen;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Divisions and joint spaces of Optuna 5.0.0 for one objective.</summary>
public class SplitVectorTests
{
    public static TheoryData<string> Splits { get; } = VectorFile.Names("split", c => c.GetProperty("directions").GetArrayLength() == 1);

    public static TheoryData<string> Spaces { get; } = VectorFile.Names("search_space");

    [Theory]
    [MemberData(nameof(Splits))]
    public void Best_ReferenceHistory_IsTheReferenceSet(string name)
    {
        var vector = VectorFile.Case("split", name);
        var sign = vector.GetProperty("directions")[0].GetString() == "minimize" ? -1 : 1;
        var points = vector.GetProperty("trials").EnumerateArray().Select((trial, number) => Point(trial, number, sign)).ToArray();
        TrialSplit.Of(points).Finished.ShouldBe(vector.GetProperty("n_finished").GetInt32());
        TrialSplit.Gamma(vector.GetProperty("n_finished").GetInt32()).ShouldBe(vector.GetProperty("gamma").GetInt32());
        foreach (var split in vector.GetProperty("splits").EnumerateArray())
        {
            var best = TrialSplit.Best(points, split.GetProperty("n_below").GetInt32()).Select(point => point.Number);
            best.ShouldBe(split.GetProperty("below").EnumerateArray().Select(number => number.GetInt32()));
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Joint_ReferenceTrials_AreTheReferenceParameters(string name)
    {
        // A parameter whose range has changed counts as another one: older trials do not have it.
        var vector = VectorFile.Case("search_space", name);
        var trials = vector.GetProperty("trials").EnumerateArray().ToList();
        var latest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var axis in trials.SelectMany(trial => trial.GetProperty("space").EnumerateObject())) latest[axis.Name] = axis.Value.GetRawText();
        var points = trials.Select((trial, number) => new TrialPoint(
            new(number, ParameterValues.Empty, Kind(trial)),
            [.. latest.Select(axis => trial.GetProperty("space").TryGetProperty(axis.Key, out var declared) && declared.GetRawText() == axis.Value ? 0 : double.NaN)])).ToArray();
        var leaders = new TrialLeaders(latest.Count);
        foreach (var point in points) leaders.Add(point);
        leaders.Joint.Select(axis => latest.Keys.ElementAt(axis)).ShouldBe(vector.GetProperty("joint").EnumerateArray().Select(axis => axis.GetString()!));
    }

    [Fact]
    public void Gamma_Counts_AreTheReference()
    {
        foreach (var vector in VectorFile.List("gamma_weights", "gamma"))
            TrialSplit.Gamma(vector.GetProperty("n").GetInt32()).ShouldBe(vector.GetProperty("gamma").GetInt32());
    }

    [Fact]
    public void Weights_Counts_AreTheReference()
    {
        foreach (var vector in VectorFile.List("gamma_weights", "weights"))
            KernelWeights.Recency(vector.GetProperty("n").GetInt32()).ShouldBe(vector.Numbers("weights"), 1e-14);
    }

    private static TrialPoint Point(JsonElement trial, int number, int sign)
    {
        var summary = new TrialSummary(number, ParameterValues.Empty, Kind(trial));
        if (trial.TryGetProperty("values", out var values)) summary = summary with { Objective = sign * values[0].Number() };
        if (trial.TryGetProperty("intermediate", out var reports) && reports.EnumerateObject().Any())
        {
            var last = reports.EnumerateObject().MaxBy(report => int.Parse(report.Name));
            summary = summary with { LastStep = int.Parse(last.Name), LastValue = sign * last.Value.Number() };
        }

        if (trial.TryGetProperty("constraints", out var constraints)) summary = summary with { Violation = constraints.EnumerateObject().Sum(c => Math.Max(0, c.Value.Number())) };
        return new(summary, []);
    }

    private static TrialKind Kind(JsonElement trial) => trial.GetProperty("state").GetString() switch
    {
        "C" => TrialKind.Completed,
        "P" => TrialKind.Pruned,
        "R" => TrialKind.Running,
        _ => TrialKind.Failed,
    };
}
