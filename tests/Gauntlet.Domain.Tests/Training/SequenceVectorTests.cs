using System.Text.Json;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Sequences;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Points of SciPy 1.17.1 and suggestions of Optuna 5.0.0, both without scrambling.</summary>
public class SequenceVectorTests
{
    [Fact]
    public void Sobol_FirstPoints_AreTheReference() => Check("sobol", d => new SobolSequence(d), (sequence, i) => sequence[i], 1e-300);

    [Fact]
    public void Halton_FirstPoints_AreTheReference() => Check("halton", d => new HaltonSequence(d), (sequence, i) => sequence[i], 1e-14);

    [Fact]
    public void Points_FarOut_AreTheReference()
    {
        foreach (var far in VectorFile.List("qmc", "far"))
        {
            var (d, index) = (far.GetProperty("d").GetInt32(), far.GetProperty("index").GetInt64());
            new SobolSequence(d)[index].ShouldBe(far.Numbers("sobol"));
            new HaltonSequence(d)[index].ShouldBe(far.Numbers("halton"), 1e-14);
        }
    }

    [Fact]
    public void Discrepancy_OfBoth_IsTheReference()
    {
        foreach (var vector in VectorFile.List("qmc", "discrepancy"))
        {
            var (d, n) = (vector.GetProperty("d").GetInt32(), vector.GetProperty("n").GetInt32());
            var sobol = new SobolSequence(d);
            var halton = new HaltonSequence(d);
            Centred([.. Enumerable.Range(0, n).Select(i => sobol[i])]).ShouldBe(vector.GetProperty("sobol_centered").GetDouble(), 1e-12);
            Centred([.. Enumerable.Range(0, n).Select(i => halton[i])]).ShouldBe(vector.GetProperty("halton_centered").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void Sobol_ScrambledOrNot_MeetsEveryCellOfEveryAxisOnce()
    {
        foreach (var sequence in new[] { new SobolSequence(32), new SobolSequence(32, 7), new SobolSequence(32, 8) })
        {
            var points = Enumerable.Range(0, 1024).Select(i => sequence[i]).ToList();
            for (var axis = 0; axis < 32; axis++)
                points.Select(point => (int)(point[axis] * 1024)).Distinct().Count().ShouldBe(1024, $"axis {axis}");
        }
    }

    [Fact]
    public void Suggestions_UnscrambledSequence_AreTheReference()
    {
        foreach (var vector in VectorFile.Cases("qmc_sampler"))
        {
            var dimensions = vector.GetProperty("order").EnumerateArray().Select(name => vector.Dimensions().Single(d => d.Name == name.GetString())).ToList();
            var isSobol = vector.GetProperty("type").GetString() == "sobol";
            foreach (var (suggestion, k) in vector.GetProperty("suggestions").EnumerateArray().Select((s, k) => (s, k)))
            {
                var shares = isSobol ? new SobolSequence(dimensions.Count)[k] : new HaltonSequence(dimensions.Count)[k];
                for (var axis = 0; axis < shares.Length; axis++)
                {
                    var expected = suggestion.GetProperty(dimensions[axis].Name);
                    var value = dimensions[axis].Decode(dimensions[axis].FromShare(shares[axis]));
                    if (expected.ValueKind == JsonValueKind.String) value.Text.ShouldBe(expected.GetString());
                    else value.Number.ShouldBe(expected.GetDouble(), Math.Max(1e-12 * Math.Abs(expected.GetDouble()), 1e-300), $"{dimensions[axis].Name} of suggestion {k}");
                }
            }
        }
    }

    [Fact]
    public void Grid_ReferenceSpaces_VisitsEveryCombinationOnce()
    {
        // The grids of the reference that can be declared here: words and evenly spaced numbers, more than one of each.
        foreach (var vector in VectorFile.Cases("grid"))
        {
            var grid = vector.GetProperty("grid").EnumerateObject().ToList();
            if (grid.Exists(axis => axis.Value.GetArrayLength() < 2)) continue;
            var space = SearchSpace.Of(new("grid", [.. grid.Select(Declared)], []));
            var sampler = new GridSampler(3, budget: vector.GetProperty("count").GetInt32());
            var history = new TrialHistory(space);
            var visited = Enumerable.Range(0, vector.GetProperty("count").GetInt32()).Select(number => sampler.Suggest(history, number)).ToList();
            visited.Select(Text).Order().ShouldBe(vector.GetProperty("set").EnumerateArray().Select(row => string.Join(' ', row.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number ? $"{value.GetDouble()}" : value.ToString()))).Order());
        }
    }

    private static string Text(ParameterValues values) => string.Join(' ', values.Items.Select(pair => pair.Value.ToString()));

    private static Parameter Declared(JsonProperty axis)
    {
        var values = axis.Value.EnumerateArray().ToList();
        if (values[0].ValueKind != JsonValueKind.Number) return new CategoricalParameter(axis.Name, "-", [.. values.Select(value => value.ToString())]);
        var (first, second, last) = (values[0].GetDouble(), values[1].GetDouble(), values[^1].GetDouble());
        return new FloatParameter(axis.Name, "-", first, last, first, second - first);
    }

    private static void Check<T>(string name, Func<int, T> create, Func<T, int, double[]> at, double tolerance)
    {
        foreach (var vector in VectorFile.List("qmc", name))
        {
            var sequence = create(vector.GetProperty("d").GetInt32());
            foreach (var (point, i) in vector.GetProperty("points").EnumerateArray().Select((point, i) => (point, i)))
                at(sequence, i).ShouldBe(VectorFile.Numbers(point), tolerance);
        }
    }

    // Hickernell (1998), equation 5.
    private static double Centred(double[][] points)
    {
        var (n, d) = (points.Length, points[0].Length);
        var single = points.Sum(x => x.Aggregate(1.0, (product, u) => product * (1 + (Math.Abs(u - 0.5) / 2) - ((u - 0.5) * (u - 0.5) / 2))));
        var pairs = points.Sum(x => points.Sum(y => Enumerable.Range(0, d).Aggregate(1.0, (product, i) =>
            product * (1 + (Math.Abs(x[i] - 0.5) / 2) + (Math.Abs(y[i] - 0.5) / 2) - (Math.Abs(x[i] - y[i]) / 2)))));
        return Math.Pow(13.0 / 12, d) - (2.0 / n * single) + (pairs / n / n);
    }
}
