using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class WilsonTests
{
    // statsmodels 0.15.0, proportion_confint(method="wilson").
    [Theory]
    [InlineData(80, 200, 0.95, 0.33460578566807336, 0.46916327960737997)]
    [InlineData(80, 200, 0.99, 0.31536711196673295, 0.49105474291853557)]
    [InlineData(0, 10, 0.95, 0, 0.27753279986288926)]
    [InlineData(10, 10, 0.95, 0.7224672001371106, 1)]
    [InlineData(1, 3, 0.95, 0.06149194472039626, 0.7923403991979523)]
    public void Interval_KnownCounts_IsTheKnownInterval(int successes, int count, double level, double low, double high)
    {
        var interval = Wilson.Interval(successes, count, level);
        interval.Low.ShouldBe(low, 1e-12);
        interval.High.ShouldBe(high, 1e-12);
        interval.Level.ShouldBe(level);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    public void Interval_ImpossibleCounts_AreRefused(int successes, int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Interval(successes, count));
}
