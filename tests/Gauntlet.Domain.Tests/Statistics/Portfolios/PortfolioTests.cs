using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Statistics.Clustering;
using Gauntlet.Domain.Statistics.Portfolios;

namespace Gauntlet.Domain.Tests.Statistics.Portfolios;

/// <summary>Published examples, and values of own exact solvers and of PyPortfolioOpt 1.6.0 and scikit-learn 1.9.1 (portfolio-weights.json).</summary>
public class PortfolioTests
{
    // Volatilities 10, 20, 30, 40 %, correlation .8 between the first two and −.5 between the last two: Maillard, Roncalli and Teiletche (2010).
    private static readonly Covariance Four = Of([0.1, 0.2, 0.3, 0.4], (0, 1, 0.8), (2, 3, -0.5));

    private static readonly Covariance Half = Of([0.1, 0.2, 0.3, 0.4], (0, 1, 0.5), (0, 2, 0.5), (0, 3, 0.5), (1, 2, 0.5), (1, 3, 0.5), (2, 3, 0.5));

    [Fact]
    public void EqualRisk_PublishedExample_IsThePublishedPortfolio()
    {
        var weights = EqualRiskContribution.Of(Four);
        weights.ShouldMatch([0.383613, 0.191806, 0.242618, 0.181963], absolute: 1e-6);
        Four.Contributions(weights).ShouldAllBe(part => Math.Abs(part - 0.025734) < 1e-6);
    }

    [Fact]
    public void EqualRisk_EqualCorrelation_IsInverseVolatility() => EqualRiskContribution.Of(Half).ShouldMatch([0.48, 0.24, 0.16, 0.12], absolute: 1e-12);

    [Fact]
    public void MinimumVariance_PublishedExample_IsThePublishedPortfolio()
    {
        var weights = MinimumVariance.Of(Four);
        weights.ShouldMatch([0.744828, 0, 0.151724, 0.103448], absolute: 1e-6);
        Math.Sqrt(Four.VarianceOf(weights)).ShouldBe(0.086303, 1e-6);
    }

    [Fact]
    public void MinimumVariance_Unlimited_IsThePublishedPortfolio() =>
        MinimumVariance.Of(Four, WeightBox.Same(4, double.NegativeInfinity, double.PositiveInfinity)).ShouldMatch([1.046512, -0.261628, 0.127907, 0.087209], absolute: 1e-6);

    [Theory]
    [InlineData(0, 1, 0.521739, 0.260870, 0.086957, 0.130435)]
    [InlineData(0, 0.4, 0.4, 0.32874, 0.11494, 0.15632)]
    [InlineData(0.1, 0.35, 0.35, 0.35, 0.12985, 0.17015)]
    public void MaximumSharpe_Box_IsTheClosedForm(double lower, double upper, params double[] expected) =>
        MaximumSharpe.Of([0.05, 0.08, 0.10, 0.14], Half, 0.02, WeightBox.Same(4, lower, upper)).ShouldMatch(expected, absolute: 6e-6);

    [Fact]
    public void MaximumSharpe_ScaledExcess_IsTheSamePortfolio() =>
        MaximumSharpe.Of([0.11, 0.20, 0.26, 0.38], Half, 0.02).ShouldMatch(MaximumSharpe.Of([0.05, 0.08, 0.10, 0.14], Half, 0.02), absolute: 1e-9);

    [Fact]
    public void MaximumSharpe_NothingBeatsTheRiskFree_IsRefused() =>
        Should.Throw<InvalidInputException>(() => MaximumSharpe.Of([0.01, 0.01, 0.01, 0.01], Half, 0.02)).Message.ShouldContain("risk-free 0.02");

    [Fact]
    public void Weights_ImpossibleLimits_AreRefused()
    {
        Should.Throw<InvalidInputException>(() => MinimumVariance.Of(Half, WeightBox.Same(4, 0, 0.2))).Message.ShouldContain("cannot sum to 1");
        Should.Throw<InvalidInputException>(() => MinimumVariance.Of(Half, WeightBox.Same(4, 0.5, 0.4)));
        Should.Throw<InvalidInputException>(() => Covariance.Of([[1, 0.5], [0.4, 1]])).Message.ShouldContain("symmetric");
    }

    // methods.md, section 4: two rows of eight, divisor n.
    [Fact]
    public void LedoitWolf_ThreeAssets_IsTheKnownMatrix()
    {
        var shrunk = LedoitWolf.Of([[1, 2, 3, 4, 5, 6, 7, 8], [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1], [5, 3, 4, 1, 6, 2, 8, 7]]);
        shrunk.Shrinkage.ShouldBe(0.2040570, 1e-7);
        shrunk.Covariance[0, 0].ShouldBe(6.319556, 1e-6);
        shrunk.Covariance[1, 1].ShouldBe(18.835263, 1e-6);
        shrunk.Covariance[0, 1].ShouldBe(8.347452, 1e-6);
        shrunk.Covariance[0, 2].ShouldBe(1.890365, 1e-6);
    }

    [SkippableFact]
    public void Weights_EveryReferenceCase_Match()
    {
        var reference = Reference.Open("portfolio-weights.json");
        foreach (var one in reference.Root.GetProperty("cases").EnumerateArray())
        {
            var input = reference.Input(one.Text("input"));
            var covariance = Covariance.Of([.. input.GetProperty("Sigma").EnumerateArray().Select(row => row.Doubles())]);
            var parameters = one.TryGetProperty("parameters", out var found) ? found : default;
            var expected = one.GetProperty("expected");
            double[] Refined() => expected.GetProperty("refined").Doubles("weights");
            switch (one.Text("function"))
            {
                case "max_sharpe":
                    MaximumSharpe.Of(input.Doubles("mu"), covariance, parameters.Double("riskFree"), Box(covariance, parameters)).ShouldMatch(Refined(), one.ToString(), absolute: 1e-6);
                    break;
                case "min_volatility":
                    MinimumVariance.Of(covariance, Box(covariance, parameters)).ShouldMatch(Refined(), one.ToString(), absolute: 1e-6);
                    break;
                case "risk_parity":
                    EqualRiskContribution.Of(covariance, parameters.Doubles("budget")).ShouldMatch(Refined(), one.ToString(), absolute: 1e-9);
                    break;
                case "hrp":
                    var linkage = Enum.Parse<Linkage>(parameters.Text("linkage"), ignoreCase: true);
                    HierarchicalRiskParity.Of(covariance, linkage).ShouldMatch(expected.Doubles("weights"), one.ToString());
                    HierarchicalRiskParity.Of(covariance, linkage, distancesOfDistances: true).ShouldMatch(expected.GetProperty("hrp_ldp").Doubles("weights"), one.ToString());
                    break;
                case "ledoit_wolf":
                    var rows = input.GetProperty("scenarios").EnumerateArray().Select(row => row.Doubles()).ToList();
                    var shrunk = LedoitWolf.Of([.. Enumerable.Range(0, covariance.Assets).Select(i => rows.Select(row => row[i]).ToArray())]);
                    shrunk.Shrinkage.ShouldMatch(expected.GetProperty("ledoit_wolf").Double("shrinkage"));
                    shrunk.Covariance[0, 1].ShouldMatch(expected.GetProperty("ledoit_wolf").GetProperty("covariance")[0].Doubles()[1]);
                    break;
                case "performance":
                    covariance.Contributions(parameters.Doubles("weights")).ShouldMatch(expected.Doubles("riskContributions"));
                    break;
                default:
                    break;
            }
        }
    }

    private static WeightBox Box(Covariance covariance, JsonElement parameters) => WeightBox.Same(covariance.Assets, parameters.Double("lower"), parameters.Double("upper"));

    private static Covariance Of(double[] volatilities, params (int First, int Second, double Correlation)[] pairs) =>
        Covariance.Of([.. Enumerable.Range(0, volatilities.Length).Select(i => Enumerable.Range(0, volatilities.Length).Select(j =>
            volatilities[i] * volatilities[j] * (i == j ? 1 : pairs.FirstOrDefault(pair => (pair.First, pair.Second) == (Math.Min(i, j), Math.Max(i, j))).Correlation)).ToArray())]);
}
