using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

public class BarSeriesTests
{
    private static readonly BarSeries Series = Hours.Closing(10, 11, 12, 13, 14);

    [Fact]
    public void Slice_Part_SeesItsOwnBars()
    {
        var slice = Series.Slice(1, 3);
        slice.Count.ShouldBe(3);
        slice[0].ShouldBe(Series[1]);
        slice.Close.ToArray().ShouldBe([11, 12, 13]);
        slice.EndTime.ShouldBe(Hours.Start.AddHours(4));
    }

    [Fact]
    public void Slice_OfASlice_CountsFromThere() => Series.Slice(1, 3).Slice(1, 2)[1].ShouldBe(Series[3]);

    [Theory]
    [InlineData(0, 6)]
    [InlineData(-1, 2)]
    [InlineData(2, 0)]
    public void Slice_Outside_IsRefused(int start, int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Series.Slice(start, count));

    [Fact]
    public void ContentHash_SameBars_IsTheSameWhateverTheSymbol()
    {
        var renamed = new BarSeries(
            "OTHER", Series.Interval, Series.Times.ToArray(), Series.Open.ToArray(), Series.High.ToArray(), Series.Low.ToArray(), Series.Close.ToArray(), Series.Volume.ToArray());
        renamed.ContentHash.ShouldBe(Series.ContentHash);
        Series.ContentHash.Length.ShouldBe(64);
    }

    [Fact]
    public void ContentHash_AnythingElse_Differs()
    {
        string[] hashes = [Series.ContentHash, Series.Slice(0, 4).ContentHash, Series.Slice(1, 4).ContentHash, Hours.Closing(10, 11, 12, 13, 14.000001).ContentHash];
        hashes.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Constructor_TimesNotAscending_IsRefused() =>
        Should.Throw<InvalidInputException>(() => new BarSeries("X", TimeSpan.FromHours(1), [Hours.Start, Hours.Start], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]))
            .Message.ShouldContain("bar 1");

    [Fact]
    public void Constructor_TimesWithoutZone_IsRefused() =>
        Should.Throw<InvalidInputException>(() => new BarSeries("X", TimeSpan.FromHours(1), [new DateTime(2024, 1, 1)], [1], [1], [1], [1], [1]));

    [Fact]
    public void Constructor_ColumnsOfUnequalLength_IsRefused() =>
        Should.Throw<InvalidInputException>(() => new BarSeries("X", TimeSpan.FromHours(1), [Hours.Start], [1, 2], [1], [1], [1], [1]));

    [Fact]
    public void Constructor_NoBars_IsRefused() =>
        Should.Throw<InvalidInputException>(() => new BarSeries("X", TimeSpan.FromHours(1), [], [], [], [], [], []));
}
