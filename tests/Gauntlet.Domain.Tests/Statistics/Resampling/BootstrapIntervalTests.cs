using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Tests.Statistics.Resampling;

public class BootstrapIntervalTests
{
    private static readonly double[] Series = LinearCongruence.Columns(99991, 60, 0.01, 0.002)[0];

    [Fact]
    public void Of_SameSeed_IsTheSame() => Mean(seed: 7).ShouldBe(Mean(seed: 7));

    [Fact]
    public void Of_OtherSeed_IsAnother() => Mean(seed: 7).ShouldNotBe(Mean(seed: 8));

    // The reference series, resampled 200 times by arch 8.0.0 with blocks of 5: standard error of the mean 0.00143, so ±0.0028 about 0.00031.
    [Fact]
    public void Of_ReferenceSeries_AgreesWithinNoiseOfTheDraws()
    {
        var interval = Mean(seed: 1, draws: 4000);
        interval.Low.ShouldBe(-0.00249, 0.0004);
        interval.High.ShouldBe(0.00312, 0.0006);
        interval.StandardError.ShouldBe(0.00143, 0.0002);
    }

    // A mean of n independent values has standard error s/√n; blocks of one value are the plain bootstrap.
    [Fact]
    public void Of_BlocksOfOne_IsTheNormalInterval()
    {
        var interval = BootstrapInterval.Of(Series, Average, new StationaryResampling(1, 4000, seed: 3));
        ((interval.High - interval.Low) / 2).ShouldBe(1.96 * Moments.Of(Series).StandardDeviation / Math.Sqrt(60), 0.0003);
    }

    [Fact]
    public void Of_ConstantSeries_IsAPoint() => BootstrapInterval.Of([2, 2, 2], Average, new CircularResampling(2, 100, seed: 1)).ShouldBe(new(2, 2, 2, 0));

    [Fact]
    public void Of_UndefinedStatistic_IsUndefined() => BootstrapInterval.Of([1, 2], _ => double.NaN, new StationaryResampling(1, 100, seed: 1)).Low.ShouldBe(double.NaN);

    private static BootstrapInterval Mean(ulong seed, int draws = 400) => BootstrapInterval.Of(Series, Average, new StationaryResampling(5, draws, seed));

    private static double Average(ReadOnlySpan<double> values) => Moments.Of(values).Mean;
}
