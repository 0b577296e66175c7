using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Hypotheses;

namespace Gauntlet.Domain.Tests.Statistics.Hypotheses;

/// <summary>Values of statsmodels 0.15.0 and SciPy 1.17.1 (hypothesis-tests.json), and published examples.</summary>
public class HypothesisTests
{
    private static readonly double[] First = [1.2, 0.8, 1.5, 0.9, 1.1, 2.0, 1.3, 0.7, 1.0, 1.6, 1.4, 0.95];
    private static readonly double[] Second = [1.0, 0.9, 1.1, 0.85, 1.3, 1.4, 1.2, 0.8, 0.7, 1.5, 1.0, 1.05];

    [Theory]
    [InlineData(1, false, 2.0073869134191624, 1.9219266466628313, 0.08088786171942175)]
    [InlineData(2, false, double.NaN, double.NaN, double.NaN)] // its variance is negative
    [InlineData(2, true, 2.900573545907722, 2.535122666430242, 0.0277195610277428)]
    [InlineData(4, true, 4.402446483369463, 3.1129997622014165, 0.009872494870422209)]
    public void DieboldMariano_TwelveLosses_IsTheReferenceValue(int horizon, bool bartlett, double statistic, double corrected, double p)
    {
        var test = DieboldMariano.Of(First, Second, horizon, bartlett);
        test.Statistic.ShouldMatch(statistic);
        test.Corrected.ShouldMatch(corrected);
        test.PValue.ShouldMatch(p);
    }

    [SkippableFact]
    public void DieboldMariano_SquaredReturns_IsTheReferenceValue()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        var cases = reference.Cases("diebold_mariano").Where(one => one.GetProperty("input").ValueKind == System.Text.Json.JsonValueKind.Array).ToList();
        cases.ShouldNotBeEmpty();
        foreach (var one in cases)
        {
            var losses = one.GetProperty("input").EnumerateArray().Select(name => reference.Series(name.GetString()!).Take(400).Select(r => r * r).ToArray()).ToList();
            var test = DieboldMariano.Of(losses[0], losses[1], one.GetProperty("parameters").GetProperty("h").GetInt32(), bartlett: false);
            test.Corrected.ShouldMatch(one.GetProperty("expected").Double("HLN"));
            test.PValue.ShouldMatch(one.GetProperty("expected").Double("pStudentTwoSided"), relative: 1e-6, absolute: 0);
            test.FirstWorsePValue.ShouldMatch(one.GetProperty("expected").Double("pStudentGreater"));
        }
    }

    [SkippableFact]
    public void LjungBoxAndJarqueBera_EveryReferenceCase_Match()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        foreach (var one in reference.Cases("ljung_box").Where(one => !one.TryGetProperty("parameters", out _)))
        {
            var (series, expected) = (reference.Series(one.Text("input")), one.GetProperty("expected"));
            var lags = expected.Ints("lags");
            lags.Select(lag => LjungBox.Of(series, lag).Statistic).ToList().ShouldMatch(expected.Doubles("Q"));
            lags.Select(lag => LjungBox.Of(series, lag).PValue).ToList().ShouldMatch(expected.Doubles("p"));
        }

        foreach (var one in reference.Cases("jarque_bera"))
        {
            var test = JarqueBera.Of(reference.Series(one.Text("input")));
            test.Statistic.ShouldMatch(one.GetProperty("expected").Double("statistic"));
            test.PValue.ShouldMatch(one.GetProperty("expected").Double("p"), relative: 1e-6, absolute: 0);
        }
    }

    // By hand: 1, 2, 4, 8 has r₁ = 0.066840 (sum of products 1.92187·… over 28.75), worked out with the definition.
    [Fact]
    public void Correlations_FourValues_IsTheWorkedExample()
    {
        double[] deviations = [1 - 3.75, 2 - 3.75, 4 - 3.75, 8 - 3.75];
        var expected = ((deviations[0] * deviations[1]) + (deviations[1] * deviations[2]) + (deviations[2] * deviations[3])) / deviations.Sum(d => d * d);
        Autocovariance.Correlations([1, 2, 4, 8], 1).ShouldMatch([1, expected]);
    }

    [Fact]
    public void Correlations_LongSeries_AgreesWithTheDefinition()
    {
        var series = LinearCongruence.Columns(17, 101, 1, 0)[0];
        var mean = series.Average();
        var expected = Enumerable.Range(3, 98).Sum(i => (series[i] - mean) * (series[i - 3] - mean)) / series.Sum(x => (x - mean) * (x - mean));
        Autocovariance.Correlations(series, 3)[3].ShouldMatch(expected);
    }

    [SkippableFact]
    public void DickeyFuller_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        foreach (var one in reference.Cases("adf"))
        {
            var (parameters, expected) = (one.GetProperty("parameters"), one.GetProperty("expected"));
            var series = SeriesOf(reference, one);
            var around = parameters.Text("regression") switch { "n" => Deterministic.Nothing, "c" => Deterministic.Constant, _ => Deterministic.Trend };
            var test = parameters.TryGetProperty("autolag", out _)
                ? AugmentedDickeyFuller.ByAkaike(series, parameters.GetProperty("maxlag").GetInt32(), around)
                : AugmentedDickeyFuller.Of(series, parameters.GetProperty("lags").GetInt32(), around);
            test.Statistic.ShouldMatch(expected.Double("statistic"), one.ToString());
            test.PValue.ShouldMatch(expected.Double("p"), one.ToString(), relative: 1e-6, absolute: 1e-30);
            test.Lags.ShouldBe(expected.GetProperty("usedLag").GetInt32());
            test.Observations.ShouldBe(expected.GetProperty("nobs").GetInt32());
            test.CriticalValue(0.01).ShouldMatch(expected.GetProperty("critical").Double("1%"));
            test.CriticalValue(0.05).ShouldMatch(expected.GetProperty("critical").Double("5%"));
            test.CriticalValue(0.1).ShouldMatch(expected.GetProperty("critical").Double("10%"));
        }
    }

    [SkippableFact]
    public void Kpss_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        foreach (var one in reference.Cases("kpss"))
        {
            var (parameters, expected) = (one.GetProperty("parameters"), one.GetProperty("expected"));
            var lags = parameters.GetProperty("nlags");
            var test = KpssTest.Of(SeriesOf(reference, one), lags.ValueKind == System.Text.Json.JsonValueKind.Number ? lags.GetInt32() : null, parameters.Text("regression") == "ct");
            test.Lags.ShouldBe(expected.GetProperty("lags").GetInt32(), one.ToString());
            test.Statistic.ShouldMatch(expected.Double("statistic"), one.ToString());
            test.PValue.ShouldMatch(expected.Double("p"), one.ToString());
        }
    }

    // lcg.t of hypothesis-tests.json, which anybody can rebuild: 150 values, seed 5550001.
    [Fact]
    public void StationarityTests_GeneratedSeries_AreTheReferenceValues()
    {
        var returns = LinearCongruence.Columns(5550001, 150, 0.011, 0.0004)[0];
        AugmentedDickeyFuller.Of(returns, 4).PValue.ShouldBeLessThan(0.01);
        KpssTest.Of(returns, 5).PValue.ShouldBe(0.1);
        double level = 0;
        var walk = returns.Select(r => level += r).ToArray();
        AugmentedDickeyFuller.Of(walk, 4).PValue.ShouldBeGreaterThan(0.1);
        KpssTest.Of(walk, 5).PValue.ShouldBe(0.01);
    }

    [Fact]
    public void StationarityTests_BadInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => AugmentedDickeyFuller.Of(new double[8], 5));
        Should.Throw<ArgumentOutOfRangeException>(() => KpssTest.Of(new double[8], 8));
        Should.Throw<ArgumentOutOfRangeException>(() => new AugmentedDickeyFuller(0, 0, 0, 100, Deterministic.Constant).CriticalValue(0.2));
        KpssTest.Of(new double[8], 2).Statistic.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(57, 1043, 0.05, 0.46146639532895506, 0.4969394476803891)] // MATLAB's varbacktest
    [InlineData(0, 250, 0.01, 5.025167926750726, 0.02498150305344973)]
    [InlineData(3, 250, 0.01, 0.09494012266443264, 0.75798832137329)]
    [InlineData(20, 20, 0.05, 119.82929094215963, 6.8945678529809685e-28)]
    public void Kupiec_CountedExceedances_IsTheReferenceValue(int exceedances, int count, double probability, double statistic, double p)
    {
        var test = KupiecTest.Of(exceedances, count, probability);
        test.Statistic.ShouldMatch(statistic);
        test.PValue.ShouldMatch(p, relative: 1e-6, absolute: 0);
    }

    [Theory]
    [InlineData(932, 53, 53, 4, 1043, 57, 0.05, 0.2586631525858003, 0.7201295479147554, 0.6976311362779996)] // MATLAB's varbacktest
    [InlineData(240, 4, 4, 1, 250, 5, 0.01, 3.153989286651443, 5.110799074882065, 0.07766119731190031)]
    [InlineData(200, 10, 9, 10, 230, 20, 0.05, 29.026217985757945, 34.49666430951546, 3.229568668633395e-08)]
    [InlineData(249, 0, 0, 0, 250, 0, 0.01, 0, 5.025167926750726, 0.08105851616218127)]
    public void Christoffersen_CountedTransitions_IsTheReferenceValue(int n00, int n01, int n10, int n11, int count, int hits, double p, double independence, double conditional, double pValue)
    {
        var test = ChristoffersenTest.Of(n00, n01, n10, n11, KupiecTest.Of(hits, count, p));
        test.Independence.ShouldMatch(independence);
        test.Conditional.ShouldMatch(conditional);
        test.ConditionalPValue.ShouldMatch(pValue);
    }

    [Fact]
    public void Christoffersen_Series_CountsItsTransitions()
    {
        bool[] exceeded = [false, false, true, true, false, false, false, true, false, false];
        ChristoffersenTest.Of(exceeded, 0.2).ShouldBe(ChristoffersenTest.Of(4, 2, 2, 1, KupiecTest.Of(3, 10, 0.2)));
    }

    [SkippableFact]
    public void NeweyWest_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        foreach (var one in reference.Cases("newey_west"))
        {
            var (input, parameters, expected) = (one.GetProperty("input"), one.GetProperty("parameters"), one.GetProperty("expected"));
            var y = reference.Series(input.Text("y"));
            var lags = parameters.GetProperty("maxlags").GetInt32();
            if (input.Text("x") == "constant only")
            {
                var mean = NeweyWest.Mean(y, lags);
                mean.Coefficients[0].ShouldMatch(expected.Double("mean"));
                mean.StandardErrors[0].ShouldMatch(expected.Double("standardError"));
                mean.PValues[0].ShouldMatch(expected.Double("p"));
                continue;
            }

            var fit = NeweyWest.Of(y, [reference.Series(input.Text("x"))], lags, parameters.GetProperty("use_correction").GetBoolean());
            fit.Coefficients.ShouldMatch(expected.Doubles("coefficients"));
            fit.StandardErrors.ShouldMatch(expected.Doubles("standardErrors"));
            fit.PValues.ShouldMatch(expected.Doubles("p"), relative: 1e-6, absolute: 0);
        }
    }

    // Without lags the mean's error is the deviation with divisor n over √n: 1, 2, 3, 6 has variance 3.5.
    [Fact]
    public void NeweyWest_MeanWithoutLags_IsThePlainError() => NeweyWest.Mean([1, 2, 3, 6], 0).StandardErrors[0].ShouldMatch(Math.Sqrt(3.5 / 4));

    // Largest two of 1, 2, 4, 8, 16 over the third: ln 2 and ln 4, so 2 / (3 ln 2).
    [Fact]
    public void Hill_PowersOfTwo_IsTheWorkedExample()
    {
        var hill = HillEstimator.Of([4, 1, 16, 2, 8], share: 0.4);
        hill.Exponent.ShouldMatch(2 / (3 * Math.Log(2)));
        hill.StandardError.ShouldMatch(hill.Exponent / Math.Sqrt(2));
    }

    // A Pareto tail of exponent 3 by inversion: x = u^(−1/3) at the plotting positions.
    [Fact]
    public void Hill_ParetoSample_IsItsExponent() =>
        HillEstimator.Of([.. Enumerable.Range(1, 20_000).Select(i => Math.Pow((i - 0.5) / 20_000, -1.0 / 3))]).Exponent.ShouldBe(3, 0.02);

    [Fact]
    public void Hill_NegativeTail_IsUndefined() => HillEstimator.Of([-3, -2, -1, -4]).Exponent.ShouldBe(double.NaN);

    // The worst 10 % of ten is one loss of 5; the worst 15 % holds it and half of the next, 3.
    [Fact]
    public void ConditionalValueAtRisk_TenReturns_IsTheWorkedExample()
    {
        double[] returns = [0.01, 0.02, -0.05, 0.03, -0.01, 0.02, -0.03, 0.01, 0, 0.04];
        ConditionalValueAtRisk.Of(returns, 0.9).Expected.ShouldMatch(0.05);
        ConditionalValueAtRisk.Of(returns, 0.85).Expected.ShouldMatch((0.05 + (0.5 * 0.03)) / 1.5);
        ConditionalValueAtRisk.Of(returns, 0.85).ValueAtRisk.ShouldMatch(0.03);
    }

    private static double[] SeriesOf(Reference reference, System.Text.Json.JsonElement one)
    {
        var series = reference.Series(one.Text("input"));
        if (one.GetProperty("parameters").Text("series") == "returns") return series;
        double level = 0;
        return [.. series.Select(r => level += Math.Log(1 + r))];
    }
}
