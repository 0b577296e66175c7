using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Tests;

public class ThinningTests
{
    [Fact]
    public void Of_OneBarSpikeInALongSeries_KeepsIt()
    {
        var values = new double[500_000];
        values[312_345] = 1;

        var kept = Thinning.Of(values);

        kept.ShouldContain(312_345);
        kept.Count.ShouldBeLessThanOrEqualTo(2400);
        kept.ShouldContain(0);
        kept.ShouldContain(values.Length - 1);
    }

    [Fact]
    public void Of_ShortSeries_KeepsAll() => Thinning.Of([1, 2, 3]).ShouldBe([0, 1, 2]);
}
