using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Bars;

namespace Gauntlet.Domain.Tests.Stress;

public class MarketCalibrationTests
{
    // The synthetic market plants a drift of a tenth of the noise: 1 % of variance, with a half-life of 160 bars.
    [Fact]
    public void Of_PlantedTrend_FindsIt()
    {
        var estimates = Enumerable.Range(1, 8).Select(seed => Trend(SyntheticKind.Trend, seed)).ToList();
        Quantile.Median([.. estimates.Select(e => e.Share)]).ShouldBeInRange(0.004, 0.02);
        Quantile.Median([.. estimates.Select(e => e.HalfLifeBars)]).ShouldBeInRange(60, 320);
    }

    [Fact]
    public void Of_PureNoise_GivesItNoTrendWorthTrading()
    {
        var estimates = Enumerable.Range(1, 8).Select(seed => Trend(SyntheticKind.Noise, seed)).ToList();
        estimates.Count(e => e.Share == 0).ShouldBeGreaterThanOrEqualTo(4);
        estimates.Max(e => e.Share).ShouldBeLessThan(0.004);
    }

    [Fact]
    public void Of_Volatility_IsThatOfTheReturns()
    {
        var market = SyntheticMarket.Create(SyntheticKind.Noise, 1, 18_000);
        var calibration = MarketCalibration.Of(market.Series);
        calibration.Volatility.ShouldBe(market.Edge.VolatilityFraction, 0.1 * market.Edge.VolatilityFraction);
        calibration.GapShare.ShouldBeLessThan(0.01);
        calibration.BarsPerDay.ShouldBe(24);
    }

    // Scenarios of a shape are measured like a market: the shape comes back, or the one beside it. Where news hardly matters, neither does its sign.
    [Theory]
    [InlineData(0.02, 0, 30)]
    [InlineData(0.08, 1.5, 14)]
    [InlineData(0.18, 0, 6)]
    public void Of_MarketOfAKnownShape_FindsIt(double reaction, double asymmetry, int freedom)
    {
        var found = MarketCalibration.Of(Made(new(reaction, asymmetry, freedom))).Clusters!;
        static double Memory(double alpha, double c) => alpha * (1 + (c * c));
        Memory(found.Reaction, found.Asymmetry).ShouldBe(Memory(reaction, asymmetry), 0.09);
        if (reaction > 0.05) found.Asymmetry.ShouldBe(asymmetry, 0.8);
        (Math.Abs(Array.IndexOf(Freedoms, found.Freedom) - Array.IndexOf(Freedoms, freedom)) <= 1).ShouldBeTrue($"{found}");
    }

    [Fact]
    public void Of_WindowTooShortToTell_KeepsTheIndexsShape() =>
        MarketCalibration.Of(SyntheticMarket.Create(SyntheticKind.Noise, 1, 1000).Series).Clusters.ShouldBeNull();

    // Ten years weigh as much as the prior of 0.45: by hand, (10 · 0 + 10 · 0.4518) / 20 where the arithmetic mean is 0.
    [Fact]
    public void Drift_TenYearsWithoutAny_IsHalfOfAnIndexs()
    {
        DriftEstimate.Of(-0.00005, 0.0001, 10, 252).ShouldBe(DriftEstimate.OfIndex / 2, 1e-12);
        DriftEstimate.OfIndex.ShouldBe(0.4518, 1e-4);
        DriftEstimate.Of(0.01, 0.0001, 0.1, 252).ShouldBeLessThan(0.7);
    }

    // A split in the raw prices is one gap; it must not pass for what every night is like.
    [Fact]
    public void GapShare_OneSplit_DoesNotDecide()
    {
        var bars = Made(VolatilityShape.Index);
        static double[] Halved(ReadOnlySpan<double> column)
        {
            var halved = column.ToArray();
            for (var i = 1000; i < halved.Length; i++) halved[i] /= 7;
            return halved;
        }

        var split = new BarSeries("split", bars.Interval, bars.Times.ToArray(), Halved(bars.Open), Halved(bars.High), Halved(bars.Low), Halved(bars.Close), bars.Volume.ToArray(), bars.Calendar);
        MarketCalibration.Of(bars).GapShare.ShouldBe(0.27, 0.04);
        MarketCalibration.Of(split).GapShare.ShouldBe(MarketCalibration.Of(bars).GapShare, 0.01);
    }

    [Fact]
    public void Of_TooFewBars_IsRefused() =>
        Should.Throw<ArgumentException>(() => MarketCalibration.Of(SyntheticMarket.Create(SyntheticKind.Noise, 1, 99).Series)).Message.ShouldContain("not 99");

    [Fact]
    public void Trend_ConstantReturns_HaveNone() => TrendEstimate.Of(new double[500]).ShouldBe(TrendEstimate.None);

    private static int[] Freedoms { get; } = [6, 8, 14, 30];

    private static BarSeries Made(VolatilityShape shape) => new EquilibriumModel().Generate(
        StressMarkets.Set("equilibrium@1", new() { Baseline = 1, Boom = 0, Recession = 0, Stagflation = 0, Crisis = 0 }, bars: 10_000, market: StressMarkets.Index with { Clusters = shape }), 0).Bars;

    private static TrendEstimate Trend(SyntheticKind kind, int seed) => MarketCalibration.Of(SyntheticMarket.Create(kind, (ulong)seed, 18_000).Series).Trend;
}
