using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>What every indicator must do; each one's test class inherits it.</summary>
public abstract class IndicatorContract<TIndicator, TIn>
    where TIndicator : struct, IIndicator<TIn, double>
{
    private static readonly BarSeries Bars = SyntheticMarket.Create(SyntheticKind.Noise, 17, 300).Series;

    protected abstract TIndicator Create(int length);

    protected abstract TIn Input(Bar bar);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(14)]
    [InlineData(200)]
    public void Value_BeforeTheWarmUp_IsNaNAndAfterwardsANumber(int length)
    {
        var indicator = Create(length);
        for (var i = 0; i < Bars.Count; i++)
        {
            indicator.IsReady.ShouldBe(i >= indicator.WarmUp);
            double.IsNaN(indicator.Value).ShouldBe(i < indicator.WarmUp);
            indicator.Update(Input(Bars[i]));
        }
    }

    [Fact]
    public void Update_SameInputs_GivesTheSameValueAgain() => Last(Create(9), Bars).ShouldBe(Last(Create(9), Bars));

    [Fact]
    public void Update_Allocates_Nothing()
    {
        var indicator = Create(9);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Bars.Count; i++) indicator.Update(Input(Bars[i]));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Create_LengthBelowOne_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Create(0));

    private double Last(TIndicator indicator, BarSeries bars)
    {
        for (var i = 0; i < bars.Count; i++) indicator.Update(Input(bars[i]));
        return indicator.Value;
    }
}
