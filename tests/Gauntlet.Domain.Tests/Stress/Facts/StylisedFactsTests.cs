using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Facts;
using Gauntlet.Domain.Tests.Statistics;

namespace Gauntlet.Domain.Tests.Stress.Facts;

/// <summary>Against windows of real markets that were measured elsewhere (vectors/scenarios, stylised_facts.json).</summary>
public class StylisedFactsTests
{
    private const int Window = 250;

    private static readonly Lazy<BarSeries> Spy = new(StressMarkets.Spy);

    [SkippableFact]
    public void Of_EveryWindowOfSpy_HasTheReferenceQuantiles()
    {
        var reference = WindowsOf("spy");
        var facts = Enumerable.Range(1, Spy.Value.Count - Window).Select(start => StylisedFacts.Of(Spy.Value, start, Window)).ToList();
        facts.Count.ShouldBe(reference.GetProperty("count").GetInt32());
        var percentiles = reference.Doubles("percentiles");
        for (var fact = 0; fact < StylisedFacts.Names.Count; fact++)
        {
            double[] sorted = [.. facts.Select(one => one[fact]).Order()];
            percentiles.Select(percent => Quantile.OfSorted(sorted, percent / 100)).ToList()
                .ShouldMatch(reference.GetProperty("quantiles").Doubles(StylisedFacts.Names[fact]), StylisedFacts.Names[fact]);
        }
    }

    [SkippableFact]
    public void Of_WholeHistory_HasTheReferenceValues()
    {
        var reference = Reference.Open("stylised_facts.json", "scenarios").Root.GetProperty("series")[0].GetProperty("full_sample");
        var facts = StylisedFacts.Of(Spy.Value, 1, Spy.Value.Count - 1);
        // Volume over so many years has a trend, which the reference takes out and a window does not need to.
        foreach (var (name, value) in StylisedFacts.Names.Zip(facts).Where(one => one.First != "volume_volatility_corr"))
            value.ShouldMatch(reference.GetProperty(name).Double("value"), name);
    }

    // The reference's bands are a bootstrap of 2,000 draws as well: ends differ by noise, a tenth of the width at most.
    [SkippableFact]
    public void Bands_OfSpy_AgreeWithTheReference()
    {
        var bands = FactBands.Of(Spy.Value, Window, 200);
        bands.IsReliable.ShouldBeTrue();
        bands.VerifiedFalseAlarm.ShouldBeLessThanOrEqualTo(0.05);
        var reference = WindowsOf("spy").GetProperty("acceptance_200").GetProperty("family_5pct").GetProperty("band");
        foreach (var band in bands.Bands)
        {
            var (low, high) = (reference.Doubles(band.Fact)[0], reference.Doubles(band.Fact)[1]);
            band.Low.ShouldBe(low, 0.15 * (high - low), band.Fact);
            band.High.ShouldBe(high, 0.15 * (high - low), band.Fact);
        }
    }

    [SkippableFact]
    public void Report_BaselineScenarios_LookLikeSpyAndAWalkDoesNot()
    {
        var bands = FactBands.Of(Spy.Value, Window, 200);
        var model = new EquilibriumModel();
        var set = StressMarkets.Set("equilibrium@1", new() { Baseline = 200, Boom = 0, Recession = 0, Stagflation = 0, Crisis = 0 });
        var report = FactReport.Of([.. Enumerable.Range(0, 200).Select(i => model.Generate(set, i))], bands);
        report.Broken.ShouldBeEmpty();
        report.Judged.ShouldBe(17);
        FactReport.Of([.. Enumerable.Range(0, 200).Select(i => Walk((ulong)i))], bands).Broken.Count.ShouldBeGreaterThanOrEqualTo(13);
    }

    [SkippableFact]
    public void Report_WholeMix_BreaksNoneOfTheWiderBands()
    {
        var model = new EquilibriumModel();
        var set = StressMarkets.Set("equilibrium@1", new() { Baseline = 60, Boom = 30, Recession = 50, Stagflation = 30, Crisis = 30 });
        FactReport.Of([.. Enumerable.Range(0, 200).Select(i => model.Generate(set, i))], FactBands.Of(Spy.Value, Window, 200, 0.01)).Broken.ShouldBeEmpty();
    }

    [Fact]
    public void Bands_TooLittleHistory_SayWhatToDo() =>
        Should.Throw<InvalidInputException>(() => FactBands.Of(SyntheticMarket.Create(SyntheticKind.Noise, 1, 400).Series, 250, 200)).Message.ShouldContain("two windows");

    [Fact]
    public void Of_ShortStretch_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => StylisedFacts.Of(SyntheticMarket.Create(SyntheticKind.Noise, 1, 100).Series, 1, 20));

    // Up and down by one per cent in turn: correlations of ±1 and no gap, by hand.
    [Fact]
    public void Of_Zigzag_IsWorkedByHand()
    {
        const int Count = 101;
        double[] close = [.. Enumerable.Range(0, Count).Select(i => i % 2 == 0 ? 100 : 100 * Math.Exp(0.01))];
        double[] open = [close[0], .. close[..^1]];
        var times = Enumerable.Range(0, Count).Select(i => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i)).ToArray();
        var bars = new BarSeries("zigzag", TimeSpan.FromDays(1), times, open, [.. open.Zip(close, Math.Max)], [.. open.Zip(close, Math.Min)], close, [.. close.Select(_ => 1.0)]);
        var facts = StylisedFacts.Names.Zip(StylisedFacts.Of(bars, 1, Count - 1)).ToDictionary(one => one.First, one => one.Second);
        facts["skewness"].ShouldBe(0, 1e-9);
        facts["kurtosis"].ShouldBe(1, 1e-9);
        facts["acf_r_1"].ShouldBe(-0.99, 1e-9);
        facts["gap_share"].ShouldBe(0);
        facts["range_ratio"].ShouldBe(1, 1e-9);
        facts["volume_volatility_corr"].ShouldBe(double.NaN);
    }

    private static JsonElement WindowsOf(string symbol) => Reference.Open("stylised_facts.json", "scenarios").Root.GetProperty("series").EnumerateArray()
        .First(one => one.Text("symbol") == symbol).GetProperty("windows").GetProperty("250");

    private static Scenario Walk(ulong seed)
    {
        var random = new Domain.Randomness.SeededRandom(99, seed);
        var close = new double[Window + 1];
        close[0] = 100;
        for (var i = 1; i < close.Length; i++) close[i] = close[i - 1] * Math.Exp(0.01 * random.NextNormal());
        double[] open = [close[0], .. close[..^1]];
        var times = Enumerable.Range(0, close.Length).Select(i => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i)).ToArray();
        return new(0, Regime.Baseline, new("walk", TimeSpan.FromDays(1), times, open, [.. open.Zip(close, Math.Max)], [.. open.Zip(close, Math.Min)], close, [.. close.Select(_ => 1.0)]), 1, 1);
    }
}
