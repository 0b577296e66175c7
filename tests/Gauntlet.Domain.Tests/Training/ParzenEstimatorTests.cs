using System.Text.Json;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Sampling.Parzen;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class ParzenEstimatorTests
{
    public static TheoryData<string> Names { get; } = [.. VectorFile.Cases("parzen").Select(Name)];

    public static TheoryData<string> AcquisitionNames { get; } = [.. VectorFile.Cases("ei").Select(Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void LogDensity_ReferenceObservations_IsTheReferenceDensity(string name)
    {
        var vector = VectorFile.Cases("parzen").Single(c => Name(c) == name);
        var estimator = ParzenEstimator.Of(vector.Dimensions(), vector.Points("observations"), vector.GetProperty("prior_weight").GetDouble());
        var expected = vector.GetProperty("log_pdf").EnumerateArray().ToList();
        foreach (var (point, i) in vector.Points("points").Select((point, i) => (point, i)))
        {
            estimator.LogDensity(point).ShouldBe(expected[i].GetDouble(), 1e-8, $"point {i}");
        }
    }

    [Theory]
    [MemberData(nameof(AcquisitionNames))]
    public void Best_ReferenceCandidates_IsTheReferenceChoice(string name)
    {
        var vector = VectorFile.Cases("ei").Single(c => Name(c) == name);
        var dimensions = vector.Dimensions();
        var good = ParzenEstimator.Of(dimensions, Trials(vector, dimensions, "below"));
        var others = ParzenEstimator.Of(dimensions, Trials(vector, dimensions, "above"));
        var candidates = vector.Points("candidates");
        var result = vector.GetProperty("results")[0];

        foreach (var (candidate, i) in candidates.Select((candidate, i) => (candidate, i)))
        {
            good.LogDensity(candidate).ShouldBe(result.Numbers("log_l")[i], 1e-8);
            others.LogDensity(candidate).ShouldBe(result.Numbers("log_g")[i], 1e-8);
        }

        TpeSampler.Ranked(good, others, candidates).First().ShouldBe(candidates[result.GetProperty("argmax").GetInt32()]);
    }

    [Fact]
    public void Widths_TiedAndOuterObservations_FollowTheGaps()
    {
        // Optuna 5.0.0, uniform on [-5, 10], nine observations with ties.
        var widths = KernelWidths.Of([6.73722, -3.76456, 7.59447, 5.7248, 7.59447, -4.36433, -1.22799, 7.59447, 4.71055], -5, 10);
        double[] expected = [1.3636363636363635, 2.53657, 1.3636363636363635, 1.3636363636363635, 1.3636363636363635, 1.3636363636363635, 5.93854, 1.3636363636363635, 5.93854];
        for (var i = 0; i < expected.Length; i++) widths[i].ShouldBe(expected[i], 1e-12);
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
        var vector = VectorFile.Cases("parzen").Single(c => Name(c) == "mixed multivariate 12 obs");
        var dimensions = vector.Dimensions();
        var estimator = ParzenEstimator.Of(dimensions, vector.Points("observations"));
        var random = new SeededRandom(5);
        for (var i = 0; i < 500; i++)
        {
            var point = estimator.Draw(random);
            for (var d = 0; d < point.Length; d++) dimensions[d].Encode(dimensions[d].Decode(point[d])).ShouldBe(point[d]);
        }
    }

    private static string Name(JsonElement vector) => vector.GetProperty("name").GetString()!;

    private static IReadOnlyList<double[]> Trials(JsonElement vector, IReadOnlyList<SearchDimension> dimensions, string side) =>
        [.. vector.GetProperty(side).EnumerateArray().Select(number => dimensions.Select(d => Coordinate(vector.GetProperty("trials")[number.GetInt32()], d)).ToArray())];

    private static double Coordinate(JsonElement trial, SearchDimension dimension)
    {
        var value = trial.GetProperty("params").GetProperty(dimension.Name);
        return value.ValueKind == JsonValueKind.Number ? dimension.Encode(value.GetDouble()) : dimension.Encode(value.GetString()!);
    }
}
