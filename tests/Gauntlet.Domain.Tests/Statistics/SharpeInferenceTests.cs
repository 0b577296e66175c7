using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

/// <summary>Values of Bailey and López de Prado (2012, 2014), and of independent formulas computed with NumPy 2.4.6 and SciPy 1.17.1.</summary>
public class SharpeInferenceTests
{
    [Theory]
    [InlineData(60, 0.21, -0.5, 4.2, 0.13902078859299047)]
    [InlineData(252, 0.06, 0, 3, 0.06317622226566698)]
    [InlineData(134, 0.7079, -0.225, 2.957, 0.10276082308007262)] // Bailey and López de Prado (2012)
    [InlineData(36, 1.1, -1.8, 9, 0.3927922024247863)]
    public void StandardError_KnownMoments_IsTheKnownValue(int count, double sharpe, double skewness, double kurtosis, double expected) =>
        SharpeStandardError.Of(sharpe, new(count, skewness: skewness, kurtosis: kurtosis)).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(24, 0.458, 0, 3, 0, 0.9816749190910771)] // Bailey and López de Prado (2012), section 4
    [InlineData(24, 0.458, -2.448, 10.164, 0, 0.913361083860933)] // the same
    [InlineData(24, 0.457550091, -2.448, 10.164, 0, 0.9132343068848602)] // 1.585/√12
    [InlineData(120, 0.15, -0.72, 5.78, 0.05, 0.8470807576014335)]
    [InlineData(1000, -0.01, -1.2, 14, 0, 0.3752686447862632)]
    [InlineData(60, 0.2, 0, 3, 0.2, 0.5)]
    public void Probabilistic_KnownMoments_IsTheKnownValue(int count, double sharpe, double skewness, double kurtosis, double benchmark, double expected) =>
        ProbabilisticSharpeRatio.Of(sharpe, new(count, skewness: skewness, kurtosis: kurtosis), benchmark).ShouldBe(expected, 1e-8);

    [Fact]
    public void Probabilistic_ConstantReturns_IsUndefined() => ProbabilisticSharpeRatio.Of(0, Moments.Of([0.01, 0.01, 0.01])).ShouldBe(double.NaN);

    [Fact]
    public void Probabilistic_OneObservation_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => ProbabilisticSharpeRatio.Of(0.1, new(1)));

    [Theory]
    [InlineData(0.5773502691896258, 0.2886751345948129, -0.72, 5.78, 0.95, 59.89509868650752)]
    [InlineData(0.1, 0, 0, 3, 0.95, 272.907117136589)]
    [InlineData(0.07, 0.02, -0.6, 8, 0.99, 2275.240396761965)]
    public void TrackRecord_KnownMoments_IsTheKnownValue(double sharpe, double benchmark, double skewness, double kurtosis, double confidence, double expected) =>
        MinimumTrackRecordLength.Of(sharpe, new(0, skewness: skewness, kurtosis: kurtosis), benchmark, confidence).ShouldBe(expected, 1e-8);

    // Bailey and López de Prado (2012), figure 8: 2.73 years of daily returns, 2.83 of weekly ones, for a ratio of 2 against 1.
    [Theory]
    [InlineData(250, 2.7311878)]
    [InlineData(52, 2.8288336)]
    public void TrackRecord_AnnualTwoAgainstOne_IsThePublishedLength(int periodsPerYear, double years) =>
        (MinimumTrackRecordLength.Of(2 / Math.Sqrt(periodsPerYear), new(0), 1 / Math.Sqrt(periodsPerYear)) / periodsPerYear).ShouldBe(years, 1e-6);

    [Fact]
    public void TrackRecord_RatioBelowBenchmark_IsNeverLongEnough() => MinimumTrackRecordLength.Of(0.1, new(0), 0.2).ShouldBe(double.PositiveInfinity);

    [Theory]
    [InlineData(2, 0.5197553442805939)]
    [InlineData(10, 1.57459830134575)]
    [InlineData(45, 2.2356401777664052)]
    [InlineData(100, 2.5306028932016846)]
    [InlineData(1000, 3.255121513652723)]
    [InlineData(1_000_000, 4.867860037846844)]
    public void ExpectedMaximum_KnownCounts_IsTheKnownValue(int trials, double expected) => ExpectedMaximum.Of(trials).ShouldBe(expected, 1e-8);

    [Fact]
    public void ExpectedMaximum_OneTrial_HasNothingToChooseFrom() => ExpectedMaximum.Of(1).ShouldBe(0);

    [Theory]
    [InlineData(1250, 0.15811388300841897, -3, 10, 100, 0.002, 0.11317200186513214, 0.9003968344493903)] // Bailey and López de Prado (2014), section 5
    [InlineData(504, 0.09, -0.4, 5.5, 20, 0.0009, 0.05702123853543596, 0.7653127417676061)]
    [InlineData(2000, 0.05, -0.9, 11, 500, 0.0004, 0.061050551490561614, 0.31494621070628304)]
    public void Deflated_KnownMoments_IsTheKnownValue(int count, double sharpe, double skewness, double kurtosis, int trials, double variance, double benchmark, double probability)
    {
        var deflated = DeflatedSharpeRatio.Of(sharpe, new(count, skewness: skewness, kurtosis: kurtosis), trials, variance);
        deflated.Benchmark.ShouldBe(benchmark, 1e-9);
        deflated.Probability.ShouldBe(probability, 1e-8);
    }

    [Fact]
    public void Deflated_OneTrial_IsTheProbabilisticRatio()
    {
        var moments = new Moments(24, skewness: -2.448, kurtosis: 10.164);
        DeflatedSharpeRatio.Of(0.458, moments, 1, 0.01).Probability.ShouldBe(ProbabilisticSharpeRatio.Of(0.458, moments));
    }

    [Theory]
    [InlineData(7, 1, 1.923143406664121)]
    [InlineData(100, 1.5, 2.8462004458136607)]
    public void BacktestLength_KnownCounts_IsTheKnownValue(int trials, double sharpe, double years) =>
        MinimumBacktestLength.Years(trials, sharpe).ShouldBe(years, 1e-8);

    [Theory]
    [InlineData(0.3, 20, 14.3)]
    [InlineData(1, 50, 1)]
    [InlineData(0, 50, 50)]
    public void EffectiveTrials_KnownCorrelation_IsTheKnownValue(double correlation, int trials, double expected) =>
        EffectiveTrials.Of(trials, correlation).ShouldBe(expected, 1e-12);

    [Fact]
    public void Sample_ConstantReturns_HasNoRatio() => SharpeSample.Of([0.0, 0, 0], 252).SharpePerYear.ShouldBeNull();
}
