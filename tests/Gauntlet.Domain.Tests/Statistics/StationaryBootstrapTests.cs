using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class StationaryBootstrapTests
{
    private static readonly double[] Series = LinearCongruence.Columns(99991, 60, 0.01, 0.002)[0];

    [Fact]
    public void Interval_SameSeed_IsTheSame() => Mean(seed: 7).ShouldBe(Mean(seed: 7));

    [Fact]
    public void Interval_OtherSeed_IsAnother() => Mean(seed: 7).ShouldNotBe(Mean(seed: 8));

    // The reference series, resampled 200 times by arch 8.0.0 with blocks of 5: standard error of the mean 0.00143, so ±0.0028 about 0.00031.
    [Fact]
    public void Interval_ReferenceSeries_AgreesWithinNoiseOfTheDraws()
    {
        var (low, high) = Mean(seed: 1, draws: 4000);
        low.ShouldBe(-0.00249, 0.0004);
        high.ShouldBe(0.00312, 0.0006);
    }

    // A mean of n independent values has standard error s/√n; blocks of one value are the plain bootstrap.
    [Fact]
    public void Interval_BlocksOfOne_IsTheNormalInterval()
    {
        var moments = Moments.Of(Series);
        var (low, high) = StationaryBootstrap.Interval(Series, Average, meanBlock: 1, draws: 4000, seed: 3);
        ((high - low) / 2).ShouldBe(1.96 * moments.StandardDeviation / Math.Sqrt(60), 0.0003);
    }

    [Fact]
    public void Interval_ConstantSeries_IsAPoint() =>
        StationaryBootstrap.Interval([2, 2, 2], Average, meanBlock: 2, draws: 100, seed: 1).ShouldBe((2, 2));

    [Fact]
    public void Interval_UndefinedStatistic_IsUndefined() =>
        StationaryBootstrap.Interval([1, 2], _ => double.NaN, meanBlock: 1, draws: 100, seed: 1).ShouldBe((double.NaN, double.NaN));

    [Fact]
    public void Interval_BlockBelowOne_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => StationaryBootstrap.Interval([1, 2], Average, meanBlock: 0.5, draws: 100, seed: 1));

    private static (double Low, double High) Mean(ulong seed, int draws = 400) => StationaryBootstrap.Interval(Series, Average, meanBlock: 5, draws, seed);

    private static double Average(ReadOnlySpan<double> values) => Moments.Of(values).Mean;
}
