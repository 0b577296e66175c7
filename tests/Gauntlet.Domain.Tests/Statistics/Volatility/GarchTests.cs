using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics.Volatility;

namespace Gauntlet.Domain.Tests.Statistics.Volatility;

/// <summary>Values of arch 8.0.0 (garch.json), the DM/GBP benchmark of Fiorentini, Calzolari and Panattoni (1996), and simulations of known truth.</summary>
public class GarchTests
{
    [SkippableFact]
    public void Filter_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("garch.json");
        foreach (var one in reference.Cases("garch").Concat(reference.Cases("garch_t")).Where(one => one.GetProperty("parameters").Text("mode") == "fixed"))
        {
            var (series, expected) = (reference.Series(one.Text("input")), one.GetProperty("expected"));
            var model = Model(one.GetProperty("parameters").GetProperty("names").EnumerateArray().Select(n => n.GetString()!).Zip(one.GetProperty("parameters").Doubles("values")));
            var path = model.Filter(series);
            path.Backcast.ShouldMatch(expected.Double("backcast"));
            path.LogLikelihood.ShouldMatch(expected.Double("logLikelihood"));
            var volatility = path.Variances.Select(Math.Sqrt).ToArray();
            volatility[..5].ShouldMatch(expected.GetProperty("conditionalVolatility").Doubles("first5"));
            volatility[^5..].ShouldMatch(expected.GetProperty("conditionalVolatility").Doubles("last5"));
            volatility.Sum().ShouldMatch(expected.GetProperty("conditionalVolatility").Double("sum"));
            model.Forecast(path, 5).ShouldMatch(expected.Doubles("forecastVariance"));
        }
    }

    [SkippableFact]
    public void Fit_EveryReferenceCase_ReachesTheBestLikelihood()
    {
        var reference = Reference.Open("garch.json");
        foreach (var one in reference.Cases("garch").Concat(reference.Cases("garch_t")).Where(one => one.GetProperty("parameters").Text("mode") == "fit" && one.GetProperty("parameters").Text("mean") == "constant"))
        {
            var series = reference.Series(one.Text("input"));
            var polished = one.GetProperty("expected").GetProperty("polished");
            var best = Model(polished.GetProperty("parameters").EnumerateObject().Select(p => (p.Name, p.Value.GetDouble())));
            best.Filter(series).LogLikelihood.ShouldMatch(polished.Double("logLikelihood"));
            GarchFit.Of(series, student: best.Freedom is not null).Filter(series).LogLikelihood.ShouldBeGreaterThan(polished.Double("logLikelihood") - 1e-5, one.Text("input"));
        }
    }

    // 2,000 values of a known process: the standard error of β is about 0.03 there.
    [Fact]
    public void Fit_SimulatedProcess_FindsItsParameters()
    {
        var random = new SeededRandom(11);
        var series = new double[4000];
        double variance = 1, last = 0;
        for (var i = 0; i < series.Length; i++)
        {
            variance = 0.05 + (0.1 * last * last) + (0.85 * variance);
            last = Math.Sqrt(variance) * random.NextNormal();
            series[i] = 0.1 + last;
        }

        var model = GarchFit.Of(series);
        model.Alpha.ShouldBe(0.1, 0.03);
        model.Beta.ShouldBe(0.85, 0.05);
        model.Mean.ShouldBe(0.1, 0.05);
        model.LongRunVariance.ShouldBe(1, 0.25);
    }

    [Fact]
    public void Fit_OtherUnits_IsTheSameModel()
    {
        var series = LinearCongruence.Columns(31, 300, 1, 0)[0];
        var (plain, percent) = (GarchFit.Of(series), GarchFit.Of([.. series.Select(x => 100 * x)]));
        percent.Alpha.ShouldBe(plain.Alpha, 1e-6);
        percent.Omega.ShouldBe(plain.Omega * 10_000, plain.Omega * 0.01);
    }

    // methods.md, section 5: .1 and .85 give 3.774194, .05 and .94 give 4.006711; DM/GBP has variance .263164 and half-life 16.6.
    [Theory]
    [InlineData(0.1, 0.85, 3.774194)]
    [InlineData(0.05, 0.94, 4.006711)]
    public void Kurtosis_KnownParameters_IsTheKnownValue(double alpha, double beta, double kurtosis) => new Garch(0, 1, alpha, beta).Kurtosis.ShouldBe(kurtosis, 1e-6);

    [Fact]
    public void LongRun_GermanMarkBenchmark_IsTheKnownValue()
    {
        var model = new Garch(-0.00619041, 0.0107613, 0.153134, 0.805974);
        model.LongRunVariance.ShouldBe(0.263164, 1e-5);
        model.HalfLife.ShouldBe(16.6, 0.05);
    }

    [Fact]
    public void Fit_ConstantSeries_IsRefused() => Should.Throw<ArgumentException>(() => GarchFit.Of(new double[100]));

    private static Garch Model(IEnumerable<(string Name, double Value)> parameters)
    {
        var values = parameters.ToDictionary(p => p.Name, p => p.Value);
        return new(values.GetValueOrDefault("mu"), values["omega"], values["alpha[1]"], values["beta[1]"], values.TryGetValue("nu", out var nu) ? nu : null);
    }
}
