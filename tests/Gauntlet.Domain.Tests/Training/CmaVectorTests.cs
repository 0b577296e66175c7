using System.Text.Json;
using Gauntlet.Domain.Training.Sampling.Evolution;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>States of cmaes 0.13.1 after explicitly given generations.</summary>
public class CmaVectorTests
{
    public static TheoryData<string> Updates { get; } = VectorFile.Names("cma_updates");

    [Fact]
    public void Constants_EveryDimension_AreTheReference()
    {
        foreach (var vector in VectorFile.Cases("cma_constants"))
        {
            var n = vector.GetProperty("n").GetInt32();
            var expected = vector.GetProperty("constants");
            var population = expected.GetProperty("lambda").GetInt32();
            if (vector.GetProperty("population_given").ValueKind == JsonValueKind.Null) CmaConstants.UsualPopulation(n).ShouldBe(population);
            var found = vector.GetProperty("variant").GetString() == "cma" ? CmaConstants.Full(n, population) : CmaConstants.Separable(n, population);
            found.Parents.ShouldBe(expected.GetProperty("mu").GetInt32());
            found.WatchedGenerations.ShouldBe(expected.GetProperty("funhist_term").GetInt32());
            Near(found.Weights, expected.Numbers("weights"), 1e-13);
            (double Found, string Name)[] all =
            [
                (found.EffectiveParents, "mu_eff"), (found.PathRate, "c_sigma"), (found.Damping, "d_sigma"), (found.CovariancePathRate, "c_c"),
                (found.RankOneRate, "c_1"), (found.RankMuRate, "c_mu"), (found.ExpectedLength, "chi_n"),
            ];
            foreach (var (value, name) in all) value.ShouldBe(expected.GetProperty(name).GetDouble(), 1e-13 * Math.Abs(expected.GetProperty(name).GetDouble()), $"{name} of {n}");
        }
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void Tell_ReferenceGenerations_LeavesTheReferenceState(string name)
    {
        var vector = VectorFile.Case("cma_updates", name);
        var distribution = Start(vector);
        var margin = vector.TryGetProperty("steps", out _) ? Margin(vector) : null;
        foreach (var generation in vector.GetProperty("generations").EnumerateArray())
        {
            var points = generation.GetProperty("solutions").EnumerateArray().Select(VectorFile.Numbers).ToList();
            if (margin is not null)
            {
                foreach (var (point, encoded) in points.Zip(generation.GetProperty("encoded").EnumerateArray().Select(VectorFile.Numbers)))
                    margin.Encode(point, distribution.Mean).ShouldBe(encoded);
            }

            distribution.Tell(points.Zip(generation.Numbers("values"), (point, value) => new Solution(point, value)));
            margin?.Correct(distribution);
            Check(generation, distribution, margin);
        }
    }

    [Fact]
    public void Restarts_IncreasingPopulations_AreTheReference()
    {
        foreach (var vector in VectorFile.List("cma_restarts", "ipop"))
        {
            var expected = vector.Numbers("population");
            for (var k = 0; k < expected.Length; k++)
                Restarts.Increasing((int)expected[0], vector.GetProperty("inc").GetInt32(), k).ShouldBe((long)expected[k]);
        }
    }

    [Fact]
    public void Restarts_TwoPopulations_FollowTheReference()
    {
        foreach (var vector in VectorFile.List("cma_restarts", "bipop"))
        {
            var restarts = new Restarts(vector.GetProperty("lambda0").GetInt32());
            foreach (var run in vector.GetProperty("sequence").EnumerateArray())
            {
                restarts.Population.ShouldBe(run.GetProperty("population").GetInt32());
                restarts.IsSmall.ShouldBe(run.GetProperty("kind").GetString() == "small");
                restarts.Next(run.GetProperty("evaluations").GetInt64(), run.GetProperty("u").GetDouble());
                restarts.IsSmall.ShouldBe(run.GetProperty("next_kind").GetString() == "small");
                restarts.Population.ShouldBe(run.GetProperty("next_population").GetInt32());
            }
        }
    }

    [Fact]
    public void WarmStart_EarlierSolutions_IsTheReferenceDistribution()
    {
        foreach (var vector in VectorFile.List("cma_restarts", "warm_start"))
        {
            var solutions = vector.GetProperty("solutions").EnumerateArray().Select(VectorFile.Numbers).Zip(vector.Numbers("values"), (point, value) => new Solution(point, value)).ToList();
            var (mean, step, covariance) = WarmStart.Of(solutions, vector.GetProperty("gamma").GetDouble(), vector.GetProperty("alpha").GetDouble());
            Near(mean, vector.Numbers("mean"), 1e-11);
            step.ShouldBe(vector.GetProperty("sigma").GetDouble(), 1e-11);
            Near([.. covariance.Cast<double>()], [.. vector.GetProperty("cov").EnumerateArray().SelectMany(VectorFile.Numbers)], 1e-11);
        }
    }

    private static Adaptation Start(JsonElement vector)
    {
        var (mean, step, population) = (vector.Numbers("mean0"), vector.GetProperty("sigma0").GetDouble(), vector.GetProperty("population").GetInt32());
        var variant = vector.GetProperty("variant").GetString();
        if (variant == "sep") return new SeparableAdaptation(mean, step, population);
        return new CovarianceAdaptation(mean, step, population, Matrix(vector.GetProperty("C0")), adaptsRates: variant == "lr");
    }

    private static Margin Margin(JsonElement vector)
    {
        var bounds = vector.GetProperty("bounds").EnumerateArray().Select(VectorFile.Numbers).ToList();
        var grids = vector.Numbers("steps").Select((step, axis) => step == 0 ? null
            : Enumerable.Range(0, (int)Math.Round((bounds[axis][1] - bounds[axis][0]) / step) + 1).Select(k => bounds[axis][0] + (k * step)).ToArray());
        return new([.. grids], vector.GetProperty("margin").GetDouble());
    }

    private static void Check(JsonElement generation, Adaptation distribution, Margin? margin)
    {
        var after = generation.GetProperty("after");
        var tolerance = margin is null ? 1e-9 : 1e-8;
        Near(distribution.Mean, after.Numbers("mean"), tolerance);
        distribution.Step.ShouldBe(after.GetProperty("sigma").GetDouble(), tolerance * after.GetProperty("sigma").GetDouble());
        Near(distribution.StepPath, after.Numbers("p_sigma"), tolerance);
        Near(distribution.CovariancePath, after.Numbers("p_c"), tolerance);
        distribution.Unstalled.ShouldBe(generation.GetProperty("h_sigma").GetInt32() == 1);
        if (after.TryGetProperty("C_diagonal", out var diagonal)) Near([.. Enumerable.Range(0, distribution.Mean.Length).Select(distribution.Variance)], VectorFile.Numbers(diagonal), tolerance);
        if (after.TryGetProperty("C", out var covariance))
            Near([.. ((CovarianceAdaptation)distribution).Covariance.Cast<double>()], [.. covariance.EnumerateArray().SelectMany(VectorFile.Numbers)], tolerance);
        if (after.TryGetProperty("eta_mean", out var eta)) ((CovarianceAdaptation)distribution).Rates!.OfMean.ShouldBe(eta.GetDouble(), tolerance);
        if (after.TryGetProperty("eta_Sigma", out eta)) ((CovarianceAdaptation)distribution).Rates!.OfCovariance.ShouldBe(eta.GetDouble(), tolerance);
        if (margin is not null) Near(margin.Scales, after.Numbers("A_diagonal"), tolerance);
        distribution.ShouldStop().ShouldBe(generation.GetProperty("should_stop").GetBoolean());
    }

    private static double[,]? Matrix(JsonElement rows)
    {
        if (rows.ValueKind == JsonValueKind.Null) return null;
        var values = rows.EnumerateArray().Select(VectorFile.Numbers).ToArray();
        var matrix = new double[values.Length, values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++) matrix[i, j] = values[i][j];
        }

        return matrix;
    }

    // Relative to the largest element.
    private static void Near(double[] found, double[] expected, double tolerance) => found.ShouldBe(expected, tolerance * Math.Max(expected.Max(Math.Abs), 1e-300));
}
