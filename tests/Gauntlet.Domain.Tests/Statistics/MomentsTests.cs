using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class MomentsTests
{
    // By hand: mean 4, deviations −3 −2 −1 0 6, sums of their powers 50, 180, 1394.
    [Fact]
    public void Of_FiveNumbers_IsTheWorkedExample()
    {
        var moments = Moments.Of([1, 2, 3, 4, 10]);
        moments.Count.ShouldBe(5);
        moments.Mean.ShouldBe(4);
        moments.Variance.ShouldBe(12.5);
        moments.Skewness.ShouldBe(36 / Math.Pow(10, 1.5), 1e-14);
        moments.Kurtosis.ShouldBe(2.788, 1e-14);
        moments.Sharpe.ShouldBe(4 / Math.Sqrt(12.5), 1e-14);
    }

    [Fact]
    public void Of_EqualValues_HaveExactlyNoVariance()
    {
        var moments = Moments.Of([0.1, 0.1, 0.1]);
        moments.Variance.ShouldBe(0);
        moments.Sharpe.ShouldBe(double.NaN);
        moments.Skewness.ShouldBe(double.NaN);
    }

    [Fact]
    public void Of_OneValue_HasNoVariance() => Moments.Of([5]).Variance.ShouldBe(double.NaN);

    [Fact]
    public void Of_Nothing_IsNothing()
    {
        Moments.Of([]).Count.ShouldBe(0);
        Moments.Of([]).Mean.ShouldBe(double.NaN);
    }

    [Fact]
    public void Of_NaNInside_IsNaN() => Moments.Of([1, double.NaN, 2]).Mean.ShouldBe(double.NaN);
}
