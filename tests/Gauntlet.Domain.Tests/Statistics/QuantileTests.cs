using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class QuantileTests
{
    // By hand, definition 7: position 3p among 1, 2, 4, 8.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.15)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Of_FourValues_InterpolatesBetweenThem(double probability, double expected) => Quantile.Of([8, 1, 4, 2], probability).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_NoValue_IsUndefined() => Quantile.Median([]).ShouldBe(double.NaN);

    [Fact]
    public void Of_NaNInside_IsUndefined() => Quantile.Of([1, double.NaN, 3], 0.9).ShouldBe(double.NaN);

    [Fact]
    public void Of_Sample_LeavesItAsItIs()
    {
        double[] values = [3, 1, 2];
        Quantile.Median(values).ShouldBe(2);
        values.ShouldBe([3, 1, 2]);
    }
}
