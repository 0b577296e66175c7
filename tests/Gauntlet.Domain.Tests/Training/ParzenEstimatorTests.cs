using System.Text.Json;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Parzen;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class ParzenEstimatorTests
{
    public static TheoryData<string> Names { get; } = VectorFile.Names("parzen");

    public static TheoryData<string> AcquisitionNames { get; } = VectorFile.Names("ei");

    [Theory]
    [MemberData(nameof(Names))]
    public void LogDensity_ReferenceObservations_IsTheReferenceDensity(string name)
    {
        var vector = VectorFile.Case("parzen", name);
        var options = new ParzenOptions(vector.GetProperty("prior_weight").GetDouble(), vector.GetProperty("magic_clip").GetBoolean(), vector.GetProperty("endpoints").GetBoolean());
        var weights = vector.GetProperty("predetermined_weights") is { ValueKind: JsonValueKind.Array } given ? VectorFile.Numbers(given) : null;
        var estimator = ParzenEstimator.Of(Observations.Of(vector.Dimensions(), vector.Points("observations")), options, weights?.AsMemory());
        var expected = vector.Numbers("log_pdf");
        foreach (var (point, i) in vector.Points("points").Select((point, i) => (point, i)))
        {
            // Far tails of the source's own error function are good to 1e-8.
            estimator.LogDensity(point).ShouldBe(expected[i], 1e-9 * Math.Max(1, Math.Abs(expected[i])), $"point {i}");
        }
    }

    [Theory]
    [MemberData(nameof(AcquisitionNames))]
    public void Best_ReferenceCandidates_IsTheReferenceChoice(string name)
    {
        var vector = VectorFile.Case("ei", name);
        var all = vector.Dimensions();
        foreach (var result in vector.GetProperty("results").EnumerateArray())
        {
            var names = result.GetProperty("params").EnumerateArray().Select(parameter => parameter.GetString()!).ToList();
            var dimensions = names.Select(wanted => all.Single(d => d.Name == wanted)).ToList();
            var good = ParzenEstimator.Of(Observations.Of(dimensions, Trials(vector, dimensions, "below")));
            var others = ParzenEstimator.Of(Observations.Of(dimensions, Trials(vector, dimensions, "above")));
            var columns = names.Select(wanted => vector.GetProperty("candidates").Numbers(wanted)).ToList();
            var candidates = Enumerable.Range(0, columns[0].Length).Select(row => columns.Select(column => column[row]).ToArray()).ToList();

            foreach (var (candidate, i) in candidates.Select((candidate, i) => (candidate, i)))
            {
                good.LogDensity(candidate).ShouldBe(result.Numbers("log_l")[i], 1e-9);
                others.LogDensity(candidate).ShouldBe(result.Numbers("log_g")[i], 1e-9);
            }

            if (result.GetProperty("gap_to_second").Number() > 1e-8)
                TpeSampler.Ranked(good, others, candidates).First().ShouldBe(candidates[result.GetProperty("argmax").GetInt32()]);
        }
    }

    [Fact]
    public void Others_KeptOrder_IsTheSortedOne()
    {
        var space = SearchSpace.Of(new("test", [new FloatParameter("x", "-", 0, 1, 0), new IntParameter("n", "-", 1, 5, 1)], []));
        var history = new TrialHistory(space);
        var random = new SeededRandom(8);
        for (var number = 0; number < 60; number++)
        {
            var kind = number % 9 == 4 ? TrialKind.Failed : TrialKind.Completed;
            history.Tell(new TrialSummary(number, space.Decode(space.Draw(random)), kind) { Objective = random.NextDouble() });
        }

        var good = TrialSplit.Of(history.Points).Good;
        var kept = Observations.Others(history, [0, 1], good);
        var rest = history.Points.ToArray().Where(point => point.Kind != TrialKind.Failed && !good.Contains(point)).ToList();
        var sorted = Observations.Of(space, [0, 1], rest);
        kept.Columns.ShouldBe(sorted.Columns);
        kept.Orders.ShouldBe(sorted.Orders);
    }

    [Fact]
    public void Widths_TiedAndOuterObservations_FollowTheGaps()
    {
        // Optuna 5.0.0, uniform on [-5, 10], nine observations with ties.
        double[] centres = [6.73722, -3.76456, 7.59447, 5.7248, 7.59447, -4.36433, -1.22799, 7.59447, 4.71055];
        int[] order = [.. Enumerable.Range(0, centres.Length).OrderBy(i => centres[i])];
        var widths = KernelWidths.Of(centres, order, -5, 10, ParzenOptions.Default);
        double[] expected = [1.3636363636363635, 2.53657, 1.3636363636363635, 1.3636363636363635, 1.3636363636363635, 1.3636363636363635, 5.93854, 1.3636363636363635, 5.93854];
        for (var i = 0; i < expected.Length; i++) widths[i].ShouldBe(expected[i], 1e-12);
    }

    [Fact]
    public void Sum_OfExponentials_IsTheSumOfTheLibrary()
    {
        var random = new SeededRandom(2);
        double[] exponents = [.. Enumerable.Range(0, 1001).Select(_ => -60 + (70 * random.NextDouble())), -1000, double.NegativeInfinity];
        double[] factors = [.. exponents.Select(_ => random.NextDouble())];
        Exponential.Sum(exponents, factors).ShouldBe(exponents.Zip(factors, (x, f) => f * Math.Exp(x)).Sum(), 1e-9);
        foreach (var x in exponents.Where(double.IsFinite)) (Exponential.Sum([x], []) - (x < -700 ? 0 : Math.Exp(x))).ShouldBe(0, Math.Max(1e-15 * Math.Exp(x), 1e-300));
    }

    // Optuna 5.0.0: n = 26 gives the oldest 1/26 outright, n = 28 a ramp of three.
    [Theory]
    [InlineData(25, 1, 1)]
    [InlineData(26, 0.038461538461538464, 1)]
    [InlineData(28, 0.03571428571428571, 0.5178571428571429)]
    public void Weights_Recency_RampsUpToFull(int count, double oldest, double second)
    {
        var weights = KernelWeights.Recency(count);
        weights[0].ShouldBe(oldest, 1e-14);
        weights[1].ShouldBe(second, 1e-14);
        weights[^25..].ShouldAllBe(weight => weight == 1);
    }

    [Fact]
    public void Draw_AnyKernel_StaysInsideAndOnTheGrid()
    {
        var vector = VectorFile.Cases("parzen").Single(c => c.GetProperty("name").GetString() == "mixed multivariate 12 obs");
        var dimensions = vector.Dimensions();
        var estimator = ParzenEstimator.Of(Observations.Of(dimensions, vector.Points("observations")));
        var random = new SeededRandom(5);
        for (var i = 0; i < 500; i++)
        {
            var point = estimator.Draw(random);
            for (var d = 0; d < point.Length; d++) dimensions[d].Encode(dimensions[d].Decode(point[d])).ShouldBe(point[d]);
        }
    }

    // Trials that lack a parameter are left out after the division.
    private static IReadOnlyList<double[]> Trials(JsonElement vector, IReadOnlyList<SearchDimension> dimensions, string side) =>
    [
        .. vector.GetProperty(side).EnumerateArray()
            .Select(number => vector.GetProperty("trials")[number.GetInt32()].GetProperty("params"))
            .Where(values => dimensions.All(d => values.TryGetProperty(d.Name, out _)))
            .Select(values => dimensions.Select(d => Coordinate(values.GetProperty(d.Name), d)).ToArray()),
    ];

    private static double Coordinate(JsonElement value, SearchDimension dimension) =>
        value.ValueKind == JsonValueKind.Number ? dimension.Encode(value.GetDouble()) : dimension.Encode(value.GetString()!);
}
