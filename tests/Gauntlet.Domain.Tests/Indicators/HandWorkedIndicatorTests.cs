using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Indicators.Volatility;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>Indicators that no reference file covers, on numbers small enough to follow by hand.</summary>
public class HandWorkedIndicatorTests
{
    private static readonly double Ln2 = Math.Log(2);

    // (1 + 2 + 3) / 3 = 2, (2 × 2 + 8) / 3 = 4.
    [Fact]
    public void WilderAverage_FourNumbers_IsMeanThenRecursion() => Values(new WilderAverage(3), 1, 2, 3, 8).ShouldBe([2, 4]);

    [Fact]
    public void LinearRegressionSlope_StraightLine_IsItsSlope() => Values(new LinearRegressionSlope(4), 3, 5, 7, 9, 11, 13).ShouldBe([2, 2, 2], 1e-12);

    // x = 1, 2, 3, y = 1, 5, 3: (1·1 + 2·5 + 3·3 − 2·9) / 2 = 1.
    [Fact]
    public void LinearRegressionSlope_ThreePoints_IsTheWorkedExample() => Values(new LinearRegressionSlope(3), 1, 5, 3).ShouldBe([1], 1e-12);

    // Mean 3, population variance 8/3.
    [Fact]
    public void ZScore_ThreeNumbers_IsTheWorkedExample() => Values(new ZScore(3), 1, 3, 5).ShouldBe([2 / Math.Sqrt(8.0 / 3)], 1e-12);

    [Fact]
    public void ZScore_EqualNumbers_IsZero() => Values(new ZScore(3), 0.1, 0.1, 0.1, 0.1).ShouldBe([0, 0]);

    [Fact]
    public void RollingCorrelation_Lines_IsOneAndMinusOne()
    {
        var correlation = new RollingCorrelation(3);
        foreach (var (x, y) in new[] { (1.0, 2.0), (2, 4), (3, 6) }) correlation.Update(new(x, y));
        correlation.Value.ShouldBe(1, 1e-12);
        foreach (var (x, y) in new[] { (1.0, -2.0), (2, -4), (3, -6) }) correlation.Update(new(x, y));
        correlation.Value.ShouldBe(-1, 1e-12);
    }

    // x = 1, 2, 3 and y = 1, 3, 2: covariance 1 of variances 2 and 2.
    [Fact]
    public void RollingCorrelation_ThreePairs_IsTheWorkedExample()
    {
        var correlation = new RollingCorrelation(3);
        foreach (var (x, y) in new[] { (9.0, 7.0), (1, 1), (2, 3), (3, 2) }) correlation.Update(new(x, y));
        correlation.Value.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void RollingCorrelation_OneDoesNotVary_IsUndefined()
    {
        var correlation = new RollingCorrelation(2);
        correlation.Update(new(1, 5));
        correlation.Update(new(2, 5));
        correlation.Value.ShouldBe(double.NaN);
    }

    // Log returns ln 2 and −ln 2: mean 0, sample variance 2 (ln 2)².
    [Fact]
    public void CloseVolatility_UpAndDown_IsTheWorkedExample() => Values(new CloseVolatility(2), 1, 2, 1).ShouldBe([Math.Sqrt(2) * Ln2], 1e-12);

    // ln(high / low) = ln 4: √((2 ln 2)² / (4 ln 2)) = √ln 2.
    [Fact]
    public void ParkinsonVolatility_OneBar_IsTheWorkedExample() => Last(new ParkinsonVolatility(1), Bar(2, 4, 1, 2)).ShouldBe(Math.Sqrt(Ln2), 1e-12);

    // ½ (2 ln 2)² − (2 ln 2 − 1)(ln 2)².
    [Fact]
    public void GarmanKlassVolatility_OneBar_IsTheWorkedExample() =>
        Last(new GarmanKlassVolatility(1), Bar(1, 4, 1, 2)).ShouldBe(Math.Sqrt((2 * Ln2 * Ln2) - (((2 * Ln2) - 1) * Ln2 * Ln2)), 1e-12);

    // Gaps 0 and ln 2, moves ln 2 and 0, ranges (ln 2)(2 ln 2) and (ln 2)²: k = 0.34 / (1.34 + 3).
    [Fact]
    public void YangZhangVolatility_TwoBars_IsTheWorkedExample()
    {
        const double K = 0.34 / 4.34;
        var expected = (Ln2 * Ln2 / 2) + (K * Ln2 * Ln2 / 2) + ((1 - K) * 1.5 * Ln2 * Ln2);
        Last(new YangZhangVolatility(2), Bar(1, 1, 1, 1), Bar(1, 4, 1, 2), Bar(4, 8, 4, 4)).ShouldBe(Math.Sqrt(expected), 1e-12);
    }

    // Typical prices 10 and 16 on volumes 1 and 3: (10 + 48) / 4; the next day begins anew.
    [Fact]
    public void VolumeWeightedAveragePrice_NextDay_BeginsAnew()
    {
        var price = default(VolumeWeightedAveragePrice);
        price.Update(new(DateTime.UnixEpoch, 10, 10, 10, 10, 1));
        price.Update(new(DateTime.UnixEpoch.AddHours(1), 16, 16, 16, 16, 3));
        price.Value.ShouldBe(14.5);
        price.Update(new(DateTime.UnixEpoch.AddDays(1), 20, 20, 20, 20, 0));
        price.Value.ShouldBe(20);
        price.Update(new(DateTime.UnixEpoch.AddHours(25), 30, 30, 30, 30, 2));
        price.Value.ShouldBe(30);
    }

    [Fact]
    public void SimpleMovingAverage_AWindowAfterAHugeValue_IsExactAgain() => Values(new SimpleMovingAverage(3), 1e17, 0.1, 0.1, 1, 1, 1)[^1].ShouldBe(1);

    [Fact]
    public void RelativeStrengthIndex_OnlyGains_Is100() => Values(new RelativeStrengthIndex(2), 1, 2, 3).ShouldBe([100]);

    // A constant has deviation 0, where running sums would leave about 1e-9.
    [Fact]
    public void StandardDeviation_ConstantAfterOthers_IsExactlyZero() => Values(new StandardDeviation(3), 5, 1e6, 0.1, 0.1, 0.1)[^1].ShouldBe(0);

    private static List<double> Values<TIndicator>(TIndicator indicator, params double[] inputs)
        where TIndicator : struct, IIndicator<double, double>
    {
        var values = new List<double>();
        foreach (var input in inputs)
        {
            indicator.Update(input);
            if (indicator.IsReady) values.Add(indicator.Value);
        }

        return values;
    }

    private static double Last<TIndicator>(TIndicator indicator, params Bar[] bars)
        where TIndicator : struct, IIndicator<Bar, double>
    {
        foreach (var bar in bars) indicator.Update(bar);
        return indicator.Value;
    }

    private static Bar Bar(double open, double high, double low, double close) => new(DateTime.UnixEpoch, open, high, low, close, 1);
}
