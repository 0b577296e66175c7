using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class VarianceRatioTests
{
    // arch 8.0.0, VarianceRatio on log prices, overlapping, debiased, robust: the first of 150 values only sets the level.
    [Theory]
    [InlineData(2, 1.0378740961662356, 0.4390009621920976)]
    [InlineData(5, 0.9028989646551469, -0.5237327423611684)]
    public void Of_ReferenceSeries_IsTheReferenceRatio(int horizon, double ratio, double statistic)
    {
        var returns = LinearCongruence.Columns(5550001, 150, Scale, Mean)[0].Skip(1).Select(r => Math.Log(1 + r)).ToArray();
        var (value, error) = VarianceRatio.Of(returns, horizon);
        value.ShouldBe(ratio, 1e-9);
        ((value - 1) / error).ShouldBe(statistic, 1e-2);
    }

    [Fact]
    public void Of_ConstantReturns_IsUndefined() => VarianceRatio.Of([1, 1, 1, 1], 2).Value.ShouldBe(double.NaN);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_ImpossibleHorizon_IsRefused(int horizon) => Should.Throw<ArgumentOutOfRangeException>(() => VarianceRatio.Of([1, 2, 1, 2], horizon));

    private const double Mean = 0.0003;
    private const double Scale = 0.01;
}
