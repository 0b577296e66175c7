using System.Text.Json;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Importance;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Against the functional ANOVA of Optuna 5.0.0 over trees of scikit-learn 1.9.1.</summary>
public class ImportanceVectorTests
{
    private const string File = "importance";

    public static TheoryData<string> Trees => [.. VectorFile.List(File, "trees").Select(tree => tree.GetProperty("name").GetString()!)];

    public static TheoryData<string> Forests => [.. VectorFile.List(File, "cases").Where(c => c.TryGetProperty("fanova_unnormalised", out _)).Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Trees))]
    public void Marginal_ExplicitTree_EqualsTheExactDecomposition(string name)
    {
        var vector = Named("trees", name);
        string[] columns = [.. vector.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)];
        var variance = new TreeVariance(Tree(vector.GetProperty("tree")), Box(vector.GetProperty("bounds")));
        var total = vector.GetProperty("total_variance").GetDouble();

        // Relative to the variance of the whole tree: a parameter with a share of 1e-11 is known to as many digits only.
        variance.Total.ShouldBe(total, 1e-10 * total);
        foreach (var one in vector.GetProperty("marginal_variance").EnumerateObject()) variance.Marginal(Columns(columns, one.Name)).ShouldBe(one.Value.GetDouble(), 1e-10 * total, one.Name);
        foreach (var pair in vector.GetProperty("marginal_variance_of_pairs").EnumerateObject())
        {
            int[] both = [.. pair.Name.Split(',').SelectMany(parameter => Columns(columns, parameter))];
            variance.Marginal(both).ShouldBe(pair.Value.GetDouble(), 1e-10 * total, pair.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Forests))]
    public void Grow_Forest_ExplainsAsTheRecordedOnesDo(string name)
    {
        var vector = Named("cases", name);
        var axes = vector.GetProperty("search_space").EnumerateObject().ToList();
        if (vector.GetProperty("trials").EnumerateArray().Any(trial => trial.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null))) return;

        var rows = vector.GetProperty("trials").EnumerateArray().Select(trial => Row(axes, trial)).ToArray();
        var values = vector.Numbers("values");
        (double, double)[] box = [.. axes.SelectMany(axis => Words(axis.Value) is { } words ? words.Select(_ => (0.0, 1.0)) : [(axis.Value.GetProperty("low").GetDouble(), axis.Value.GetProperty("high").GetDouble())])];
        var random = new SeededRandom(1);
        var trees = Enumerable.Range(0, 640).Select(_ => new TreeVariance(RegressionTree.Grow(rows, values, random), box)).ToList();
        var column = 0;
        foreach (var axis in axes)
        {
            int[] columns = [.. Enumerable.Range(column, Words(axis.Value)?.Count ?? 1)];
            column += columns.Length;
            var recorded = vector.GetProperty("fanova_unnormalised").GetProperty(axis.Name);
            trees.Average(tree => tree.Marginal(columns) / tree.Total).ShouldBe(recorded.GetProperty("mean").GetDouble(), (3 * recorded.GetProperty("sd").GetDouble()) + 0.01, axis.Name);
        }
    }

    private static JsonElement Named(string list, string name) => VectorFile.List(File, list).Single(vector => vector.GetProperty("name").GetString() == name);

    private static int[] Columns(string[] columns, string parameter) =>
        [.. Enumerable.Range(0, columns.Length).Where(i => columns[i] == parameter || columns[i].StartsWith(parameter + "=", StringComparison.Ordinal))];

    private static (double, double)[] Box(JsonElement bounds) => [.. bounds.EnumerateArray().Select(range => (range[0].GetDouble(), range[1].GetDouble()))];

    private static RegressionTree Tree(JsonElement tree)
    {
        double[] feature = tree.Numbers("feature"), threshold = tree.Numbers("threshold"), left = tree.Numbers("left"), right = tree.Numbers("right"), value = tree.Numbers("value");
        return new(feature.Select((column, i) => new RegressionTree.Node(column < 0 ? -1 : (int)column, threshold[i], (int)left[i], (int)right[i], value[i])));
    }

    private static List<string>? Words(JsonElement declared) =>
        declared.GetProperty("type").GetString() == "categorical" ? [.. declared.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()!)] : null;

    private static double[] Row(List<JsonProperty> axes, JsonElement trial) =>
        [.. axes.SelectMany((axis, i) => Words(axis.Value) is { } words ? words.Select(word => word == trial[i].GetString() ? 1.0 : 0) : [trial[i].GetDouble()])];
}
