using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Alignment;

namespace Gauntlet.Domain.Tests.Markets.Alignment;

public class AlignedBarsTests
{
    [Fact]
    public void Of_BarsMissingInOne_CarriesItsCloseAndSaysHowStale()
    {
        var aligned = AlignedBars.Of([Series("A", 0, 1, 2, 3, 4), Series("B", 1, 4)]);
        aligned.Count.ShouldBe(5);
        aligned.Symbols.ShouldBe(["A", "B"]);

        var late = aligned.Columns[1];
        late.Age.ToArray().ShouldBe([-1, 0, 1, 2, 0]);
        late.Close.ToArray().ShouldBe([double.NaN, 101, 101, 101, 104]);
        late.Open[2].ShouldBe(101);
        late.High[3].ShouldBe(101);
        late.Volume.ToArray().ShouldBe([0, 5, 0, 0, 5]);
        late.IsKnown(0).ShouldBeFalse();
        late.IsFresh(2).ShouldBeFalse();
        late.IsFresh(4).ShouldBeTrue();
        aligned.Columns[0].Age.ToArray().ShouldBe([0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Of_AnyMarkets_NeverInventsAPrice()
    {
        var aligned = AlignedBars.Of([Series("A", 0, 2, 5, 6), Series("B", 3, 4, 9), Series("C", 1)]);
        aligned.Times.ToArray().ShouldBe(aligned.Times.ToArray().Distinct().Order());
        foreach (var column in aligned.Columns)
        {
            for (var i = 0; i < aligned.Count; i++)
            {
                if (column.Age[i] < 0) double.IsNaN(column.Close[i]).ShouldBeTrue();
                else column.Close[i].ShouldBeGreaterThan(0);
                if (column.Age[i] > 0) column.Close[i].ShouldBe(column.Close[i - 1]);
            }
        }
    }

    [Fact]
    public void Of_SymbolTwice_IsRefused() =>
        Should.Throw<InvalidInputException>(() => AlignedBars.Of([Series("A", 0), Series("A", 1)])).Message.ShouldContain("Symbol A is given 2 times");

    [Fact]
    public void Of_OtherInterval_IsRefusedWithBothNames()
    {
        double[] one = [1];
        var daily = new BarSeries("D", TimeSpan.FromDays(1), [Hours.Start], one, one, one, one, one);
        Should.Throw<InvalidInputException>(() => AlignedBars.Of([Series("A", 0), daily])).Message.ShouldBe("D has a bar every 1 d, A every 1 h. Resample one of them.");
    }

    private static BarSeries Series(string symbol, params int[] hours)
    {
        double[] Prices(double add) => [.. hours.Select(hour => 100 + hour + add)];
        return new(symbol, TimeSpan.FromHours(1), [.. hours.Select(hour => Hours.Start.AddHours(hour))], Prices(0), Prices(1), Prices(-1), Prices(0), [.. hours.Select(_ => 5.0)]);
    }
}
