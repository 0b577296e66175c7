using Gauntlet.Domain.Indicators.Catalogue;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Tests.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>What every indicator of the catalogue must do.</summary>
public class IndicatorContractTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Create(SyntheticKind.Noise, 17, 600).Series;

    public static TheoryData<string> Names => [.. IndicatorCatalogue.All.Select(definition => definition.Name)];

    public static TheoryData<string, int> NamesAndLengths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var definition in IndicatorCatalogue.All)
            {
                foreach (var length in new[] { definition.SmallestLength, 3, 14, 200 }.Distinct()) data.Add(definition.Name, length);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLengths))]
    public void Values_BeforeTheWarmUp_AreNaNAndAfterwardsNumbers(string name, int length)
    {
        var run = IndicatorCatalogue.Find(name).Open(length);
        for (var i = 0; i < Bars.Count; i++)
        {
            run.IsReady.ShouldBe(i >= run.WarmUp, $"bar {i}");
            foreach (var value in run.Values) double.IsFinite(value).ShouldBe(i >= run.WarmUp, $"bar {i}: {value}");
            run.Update(Bars[i]);
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLengths))]
    public void Reset_AfterOtherBars_IsAsNewlyMade(string name, int length)
    {
        var definition = IndicatorCatalogue.Find(name);
        var run = definition.Open(length);
        for (var i = 0; i < 333; i++) run.Update(Bars[Bars.Count - 1 - i]);
        run.Reset();
        run.IsReady.ShouldBeFalse();

        var fresh = definition.Over(Bars, length);
        for (var i = 0; i < Bars.Count; i++)
        {
            run.Update(Bars[i]);
            for (var c = 0; c < fresh.Length; c++) run.Values[c].ShouldBe(fresh[c][i], $"bar {i}");
        }
    }

    // Nothing after a bar may change what was known at it.
    [Theory]
    [MemberData(nameof(Names))]
    public void Over_LaterBarsChanged_IsTheSameBefore(string name)
    {
        const int Known = 300;
        var definition = IndicatorCatalogue.Find(name);
        var changed = Spliced.At(Bars, SyntheticMarket.Create(SyntheticKind.Trend, 5, Bars.Count).Series, Known);
        foreach (var (one, two) in definition.Over(Bars, 14).Zip(definition.Over(changed, 14))) one[..Known].ShouldBe(two[..Known]);
    }

    // Sums that are updated for ever must not drift away from those of the window alone.
    [Theory]
    [MemberData(nameof(Names))]
    public void Over_TwentyThousandBars_IsWhatTheLastOnesGive(string name)
    {
        if (name is "obv" or "vwap") return;
        const int Length = 10, Enough = 1000;
        var long20 = SyntheticMarket.Create(SyntheticKind.Noise, 23, 20_000).Series;
        var definition = IndicatorCatalogue.Find(name);
        var all = definition.Over(long20, Length);
        var last = definition.Over(long20.Slice(long20.Count - Enough, Enough), Length);
        for (var c = 0; c < all.Length; c++) all[c][^1].ShouldBe(last[c][^1], 1e-9 * Math.Max(1, Math.Abs(last[c][^1])), definition.Columns[c]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_Allocates_Nothing(string name)
    {
        var run = IndicatorCatalogue.Find(name).Open(9);
        for (var i = 0; i < 50; i++) run.Update(Bars[i]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 50; i < Bars.Count; i++) run.Update(Bars[i]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Open_LengthTooSmall_IsRefused(string name) =>
        Should.Throw<ArgumentOutOfRangeException>(() => IndicatorCatalogue.Find(name).Open(IndicatorCatalogue.Find(name).SmallestLength - 1));

    [Fact]
    public void All_Names_AreUniqueAndOrdered()
    {
        var names = IndicatorCatalogue.All.Select(definition => definition.Name).ToList();
        names.ShouldBe(names.Distinct().Order(StringComparer.Ordinal));
    }
}
