using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class NormalTests
{
    // Abramowitz and Stegun, table 26.1 and 26.2; the tail value to ten digits.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-10, 7.619853024160526e-24)]
    public void Cdf_KnownPoints_AreTheTabulatedValues(double x, double expected) => Normal.Cdf(x).ShouldBe(expected, expected * 1e-11);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.05, -1.6448536269514722)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Quantile_KnownPoints_AreTheTabulatedValues(double probability, double expected) => Normal.Quantile(probability).ShouldBe(expected, 1e-9);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_NoProbability_IsRefused(double probability) => Should.Throw<ArgumentOutOfRangeException>(() => Normal.Quantile(probability));

    // Truncated-normal vectors of SciPy 1.17.1: log mass of [-1, 1].
    [Fact]
    public void Mass_CentralInterval_IsTheKnownValue() => Math.Log(Normal.Mass(-1, 1)).ShouldBe(-0.38171514630212616, 1e-12);

    [Fact]
    public void Mass_FarUpperTail_KeepsItsPrecision() => Normal.Mass(10, 11).ShouldBe(Normal.Mass(-11, -10), 1e-35);
}
