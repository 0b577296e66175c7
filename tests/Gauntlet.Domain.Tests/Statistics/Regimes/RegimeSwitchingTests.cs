using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Statistics.Regimes;

namespace Gauntlet.Domain.Tests.Statistics.Regimes;

/// <summary>Values of statsmodels 0.15.0 (regimes.json), and a simulation of known truth.</summary>
public class RegimeSwitchingTests
{
    [SkippableFact]
    public void Filter_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("regimes.json");
        foreach (var one in reference.Cases("markov_regression"))
        {
            var series = Series(reference, one.Text("input"));
            var expected = one.GetProperty("expected");
            var isFit = one.GetProperty("parameters").Text("mode") == "fit";
            if (isFit) expected = expected.GetProperty("polished");
            var p = isFit ? expected.Doubles("parameters") : one.GetProperty("parameters").Doubles("values");
            // Columns sum to 1 there: the second parameter is the way from 1 to 0.
            var model = new RegimeSwitching(p[0], 1 - p[1], p[2], p[3], p[4], p[5]);
            var path = model.Filter(series);
            path.LogLikelihood.ShouldMatch(expected.Double("logLikelihood"));
            var probabilities = expected.GetProperty("probabilities");
            var rows = probabilities.Ints("rows");
            rows.Select(row => path.Predicted1[row]).ToList().ShouldMatch(probabilities.Doubles("predictedRegime1"));
            rows.Select(row => path.Filtered1[row]).ToList().ShouldMatch(probabilities.Doubles("filteredRegime1"));
            rows.Select(row => path.Smoothed1[row]).ToList().ShouldMatch(probabilities.Doubles("smoothedRegime1"));
            new[] { model.Durations.State0, model.Durations.State1 }.ShouldMatch(expected.Doubles("expectedDurations"));
            if (isFit) RegimeFit.Of(series).Filter(series).LogLikelihood.ShouldBeGreaterThan(expected.Double("logLikelihood") - 1e-5, one.Text("input"));
        }
    }

    [Fact]
    public void Fit_SimulatedRegimes_FindsThem()
    {
        var truth = new RegimeSwitching(0.97, 0.95, 0.5, -0.8, 1, 9);
        var random = new SeededRandom(3);
        var (series, states) = (new double[1500], new int[1500]);
        for (var i = 0; i < series.Length; i++)
        {
            var last = i == 0 ? 0 : states[i - 1];
            states[i] = random.NextDouble() < (last == 0 ? truth.Stay0 : truth.Stay1) ? last : 1 - last;
            series[i] = states[i] == 0 ? truth.Mean0 + random.NextNormal() : truth.Mean1 + (3 * random.NextNormal());
        }

        var model = RegimeFit.Of(series);
        model.Variance0.ShouldBe(1, 0.15);
        model.Variance1.ShouldBe(9, 1.5);
        model.Stay0.ShouldBe(0.97, 0.02);
        var smoothed = model.Filter(series).Smoothed1;
        Enumerable.Range(0, series.Length).Count(i => (smoothed[i] > 0.5) == (states[i] == 1)).ShouldBeGreaterThan(1350);
    }

    [Fact]
    public void Fit_TooFewValues_IsRefused() => Should.Throw<ArgumentException>(() => RegimeFit.Of(new double[49]));

    private static double[] Series(Reference reference, string name)
    {
        if (name != "spy.monthly") return reference.Series(name);
        var input = reference.Input(name);
        var days = Reference.Closes(input.Text("file")).Take(input.GetProperty("lastDataRow").GetInt32() + 1);
        var closes = days.GroupBy(day => (day.Date.Year, day.Date.Month)).Select(month => month.Last().Close).ToArray();
        return [.. Enumerable.Range(1, closes.Length - 1).Select(i => 100 * ((closes[i] / closes[i - 1]) - 1))];
    }
}
