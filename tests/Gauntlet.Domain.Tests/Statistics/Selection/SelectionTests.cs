using Gauntlet.Domain.Statistics.Resampling;
using Gauntlet.Domain.Statistics.Selection;
using Gauntlet.Domain.Tests.Statistics.Resampling;

namespace Gauntlet.Domain.Tests.Statistics.Selection;

/// <summary>Tests of the best of several strategies: values of arch 8.0.0 and of Hansen's formula on given draws; size and power on drawn ones.</summary>
public class SelectionTests
{
    [SkippableFact]
    public void Of_GivenDraws_AreTheReferenceValues()
    {
        var reference = Reference.Open("multiple-strategies-bootstrap.json");
        foreach (var one in reference.Cases("SPA"))
        {
            var (excess, draws) = (Excess(Matrix(reference, one)), Draws(one));
            var expected = one.GetProperty("expected");
            RealityCheck.Of(excess, draws).PValue.ShouldBe(expected.GetProperty("package").GetProperty("pvalues").Double("upper"), 1e-12);

            var studentised = expected.GetProperty("studentised");
            var spa = SuperiorPredictiveAbility.Of(excess, draws);
            spa.Statistic.ShouldMatch(studentised.Double("T"));
            spa.Lower.ShouldBe(studentised.GetProperty("pvalues").Double("lower"), 1e-12);
            spa.Consistent.ShouldBe(studentised.GetProperty("pvalues").Double("consistent"), 1e-12);
            spa.Upper.ShouldBe(studentised.GetProperty("pvalues").Double("upper"), 1e-12);

            var steps = StepwiseTest.Of(excess, draws);
            steps.Found.ShouldBe(studentised.Ints("stepM"));
            steps.CriticalValues.ShouldMatch(studentised.Doubles("stepMCriticalValues"));
        }
    }

    [SkippableFact]
    public void ModelConfidenceSet_GivenDraws_AreTheReferenceSets()
    {
        var reference = Reference.Open("multiple-strategies-bootstrap.json");
        foreach (var one in reference.Cases("MCS"))
        {
            var losses = Matrix(reference, one).Select(column => column.Select(value => -value).ToArray()).ToList();
            var comparison = one.GetProperty("parameters").Text("method") == "R" ? ModelComparison.Range : ModelComparison.Maximum;
            var set = ModelConfidenceSet.Of(losses, Draws(one), comparison);
            var expected = one.GetProperty("expected");
            set.EliminationOrder.ShouldBe(expected.Ints("eliminationOrder"));
            set.PValues.ShouldMatch(expected.Doubles("pvalues"));
            set.Included.ShouldBe(expected.Ints("included"));
        }
    }

    // Five of twenty columns drift by 0.3 standard deviations over 400 rows: six standard errors.
    [Fact]
    public void Of_PlantedStrategies_FindsThem()
    {
        var drift = Enumerable.Range(0, 20).Select(i => i < 5 ? 0.003 : 0).ToArray();
        var excess = LinearCongruence.Columns(4711, 400, 0.01, drift);
        var draws = new StationaryResampling(4, 500, seed: 1);
        SuperiorPredictiveAbility.Of(excess, draws).Consistent.ShouldBe(0);
        RealityCheck.Of(excess, draws).PValue.ShouldBe(0);
        // A false finding comes in one such sample of twenty; two come in none that we will see.
        var found = StepwiseTest.Of(excess, draws).Found;
        new[] { 0, 1, 2, 3, 4 }.ShouldBeSubsetOf(found);
        found.Count.ShouldBeLessThanOrEqualTo(6);
        var losses = excess.Select(column => column.Select(value => -value).ToArray()).ToList();
        ModelConfidenceSet.Of(losses, draws).Included.ShouldBeSubsetOf([0, 1, 2, 3, 4]);
    }

    // Under the null hypothesis a p-value below a tenth comes in a tenth of the samples: of 60, 12 or more with probability below 0.02.
    [Fact]
    public void Of_Noise_KeepsItsSize()
    {
        var rejected = Enumerable.Range(1, 60).Count(seed => SuperiorPredictiveAbility.Of(LinearCongruence.Columns(1000 + seed, 120, 0.01, new double[5]), new StationaryResampling(2, 200, 1)).Consistent < 0.1);
        rejected.ShouldBeInRange(0, 11);
    }

    [Fact]
    public void Of_HopelessStrategiesAdded_LeavesTheConsistentValueBelowTheRealityCheck()
    {
        var excess = LinearCongruence.Columns(99, 300, 0.01, 0.0012, -0.02, -0.02, -0.02, -0.02);
        var draws = new StationaryResampling(3, 1000, seed: 2);
        var spa = SuperiorPredictiveAbility.Of(excess, draws);
        spa.Lower.ShouldBeLessThanOrEqualTo(spa.Consistent);
        spa.Consistent.ShouldBeLessThan(spa.Upper);
    }

    [Fact]
    public void Of_StrategyEqualToTheBenchmark_IsNotFound()
    {
        var spa = SuperiorPredictiveAbility.Of([new double[50]], new StationaryResampling(2, 100, 1));
        spa.Statistic.ShouldBe(0);
        StepwiseTest.Of([new double[50]], new StationaryResampling(2, 100, 1)).Found.ShouldBeEmpty();
    }

    [Fact]
    public void Of_BadInput_IsRefused()
    {
        var draws = new StationaryResampling(2, 100, 1);
        Should.Throw<ArgumentException>(() => RealityCheck.Of([], draws));
        Should.Throw<ArgumentException>(() => RealityCheck.Of([new double[9]], draws));
        Should.Throw<ArgumentException>(() => RealityCheck.Of([new double[20], new double[21]], draws));
        Should.Throw<ArgumentException>(() => RealityCheck.Of([[.. Enumerable.Repeat(double.NaN, 20)]], draws));
        Should.Throw<ArgumentException>(() => ModelConfidenceSet.Of([new double[20]], draws));
    }

    private static double[][] Matrix(Reference reference, System.Text.Json.JsonElement one)
    {
        var columns = reference.Columns(one.Text("input"));
        // The wild strategy is told in words in the file.
        if (one.Text("input") == "one-wild") columns[3] = [.. columns[3].Select(value => 4 * value)];
        return columns;
    }

    private static double[][] Excess(double[][] columns) => [.. columns.Skip(1).Select(column => column.Zip(columns[0], (own, benchmark) => own - benchmark).ToArray())];

    private static GivenDraws Draws(System.Text.Json.JsonElement one)
    {
        var parameters = one.GetProperty("parameters");
        return GivenDraws.Read(parameters.Text("indices"), parameters.Double("block"));
    }
}
