namespace Gauntlet.Reporting.Tests;

public class NumbersTests
{
    [Theory]
    [InlineData(0.123, false, "12.3\u00a0%")]
    [InlineData(-0.005, false, "−0.50\u00a0%")]
    [InlineData(0.02, true, "+2.0\u00a0%")]
    [InlineData(-0.00001, false, "0.00\u00a0%")]
    public void Percent_AnyFraction_HasSignAndUnit(double fraction, bool signed, string expected) => Numbers.Percent(fraction, signed).ShouldBe(expected);

    [Fact]
    public void Percent_Undefined_IsADash()
    {
        Numbers.Percent(null).ShouldBe("–");
        Numbers.Percent(double.NaN).ShouldBe("–");
    }

    [Theory]
    [InlineData(5849, "5,849")]
    [InlineData(-3, "−3")]
    public void Count_AnyCount_HasSeparators(double count, string expected) => Numbers.Count(count).ShouldBe(expected);

    [Fact]
    public void Probability_Tiny_SaysBelow() => Numbers.Probability(0.0001).ShouldBe("<\u00a00.001");
}
