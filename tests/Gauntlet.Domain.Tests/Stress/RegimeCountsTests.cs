using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Tests.Stress;

public class RegimeCountsTests
{
    private static readonly RegimeCounts Counts = new() { Baseline = 3, Boom = 1, Recession = 0, Stagflation = 0, Crisis = 2 };

    // Places (k + ½)/n: baseline 1/6, 3/6, 5/6; boom 1/2; crisis 1/4, 3/4.
    [Fact]
    public void RegimeOf_EveryIndex_TakesTurns() =>
        Enumerable.Range(0, Counts.Total).Select(Counts.RegimeOf).ShouldBe([Regime.Baseline, Regime.Crisis, Regime.Baseline, Regime.Boom, Regime.Crisis, Regime.Baseline]);

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void RegimeOf_OutsideTheSet_IsRefused(int index) => Should.Throw<ArgumentOutOfRangeException>(() => Counts.RegimeOf(index));
}
