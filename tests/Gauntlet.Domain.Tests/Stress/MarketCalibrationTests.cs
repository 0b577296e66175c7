using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;

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

    [Fact]
    public void Of_TooFewBars_IsRefused() =>
        Should.Throw<ArgumentException>(() => MarketCalibration.Of(SyntheticMarket.Create(SyntheticKind.Noise, 1, 99).Series)).Message.ShouldContain("not 99");

    [Fact]
    public void Trend_ConstantReturns_HaveNone() => TrendEstimate.Of(new double[500]).ShouldBe(TrendEstimate.None);

    private static TrendEstimate Trend(SyntheticKind kind, int seed) => MarketCalibration.Of(SyntheticMarket.Create(kind, (ulong)seed, 18_000).Series).Trend;
}
