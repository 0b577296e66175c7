using Gauntlet.Domain.Statistics.Selection;

namespace Gauntlet.Domain.Tests.Statistics.Selection;

/// <summary>Values of statsmodels 0.15.0 multipletests, and the worked example of Harvey and Liu (2015) as quantstrat has it.</summary>
public class AdjustedPValueTests
{
    private static readonly double[] Published = [0.005, 0.009, 0.0128, 0.0135, 0.045, 0.06];

    [Fact]
    public void Holm_HarveyLiuExample_IsThePublishedColumn() => Holm.Adjust(Published).ShouldMatch([0.03, 0.045, 0.0512, 0.0512, 0.09, 0.09]);

    [Fact]
    public void BenjaminiYekutieli_HarveyLiuExample_IsThatOfR() =>
        BenjaminiYekutieli.Adjust(Published).ShouldMatch([0.0496125, 0.0496125, 0.0496125, 0.0496125, 0.1323, 0.147]);

    [Fact]
    public void Adjust_AnyOrder_KeepsTheOrder()
    {
        double[] values = [0.01, 0.04, 0.03, 0.005, 0.2, 0.6];
        Holm.Adjust(values).ShouldMatch([0.05, 0.12, 0.12, 0.03, 0.4, 0.6]);
        BenjaminiHochberg.Adjust(values).ShouldMatch([0.03, 0.06, 0.06, 0.03, 0.24, 0.6]);
        BenjaminiYekutieli.Adjust(values).ShouldMatch([0.0735, 0.147, 0.147, 0.0735, 0.588, 1]);
    }

    [SkippableFact]
    public void Adjust_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("hypothesis-tests.json");
        foreach (var one in reference.Cases("adjusted_p"))
        {
            var values = reference.Input(one.Text("input")).Doubles("values");
            var expected = one.GetProperty("expected");
            Holm.Adjust(values).ShouldMatch(expected.Doubles("holm"));
            BenjaminiHochberg.Adjust(values).ShouldMatch(expected.Doubles("bh"));
            BenjaminiYekutieli.Adjust(values).ShouldMatch(expected.Doubles("by"));
        }
    }

    [Fact]
    public void Adjust_Nothing_IsNothing() => Holm.Adjust([]).ShouldBeEmpty();

    [Fact]
    public void Adjust_NotAProbability_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([0.1, double.NaN]));

    // vectors/statistics/sharpe-inference.json, haircut.
    [Theory]
    [InlineData(0.75, 12, 240, 200, 0.0007962301575908092, 0.15924603151816183, 0.0908609553244916, 0.5803312238766258)]
    public void Haircut_PublishedCase_IsTheReferenceValue(double annual, int perYear, int periods, int trials, double p, double adjusted, double sharpe, double haircut)
    {
        var cut = SharpeHaircut.Of(annual / Math.Sqrt(perYear), periods, trials);
        cut.PValue.ShouldMatch(p);
        cut.Adjusted.ShouldMatch(adjusted);
        cut.Sharpe.ShouldMatch(sharpe);
        cut.Fraction.ShouldMatch(haircut);
    }

    // methods.md, section 2: 1 a year over 120 months out of 100 tests loses 55.20 %.
    [Fact]
    public void Haircut_HundredTests_IsTheKnownFraction() => SharpeHaircut.Of(1 / Math.Sqrt(12), 120, 100).Fraction.ShouldBe(0.5520, 5e-5);

    [Fact]
    public void Haircut_HopelessAmongMany_IsAll() => SharpeHaircut.Of(0.05, 24, 1000).Fraction.ShouldBe(1, 1e-12);

    [Fact]
    public void Haircut_OneTrial_IsNone() => SharpeHaircut.Of(0.2, 100, 1).Fraction.ShouldBe(0, 1e-9);
}
