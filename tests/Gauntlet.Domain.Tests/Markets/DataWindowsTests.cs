using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

public class DataWindowsTests
{
    private static readonly BarSeries Series = SyntheticMarket.Create(SyntheticKind.Noise, 1, 3000).Series;

    [Fact]
    public void Of_Default_WindowsLieApartByTheEmbargo()
    {
        var windows = DataWindows.Of(Series);
        windows.Training.Start.ShouldBe(0);
        windows.HoldOut.Start.ShouldBe(windows.Training.End + 24);
        windows.Paper.Start.ShouldBe(windows.HoldOut.End + 24);
        windows.Paper.Count.ShouldBe(7 * 24);
        windows.Paper.End.ShouldBe(Series.Count);
    }

    [Fact]
    public void Of_Default_HashesDiffer()
    {
        var windows = DataWindows.Of(Series);
        new[] { windows.Training.Hash, windows.HoldOut.Hash, windows.Paper.Hash }.Distinct().Count().ShouldBe(3);
        windows.HoldOut.Hash.ShouldBe(Series.Slice(windows.HoldOut.Start, windows.HoldOut.Count).ContentHash);
    }

    [Fact]
    public void Of_LastDayIncomplete_PaperEndsWithTheLastCompleteDay()
    {
        var windows = DataWindows.Of(Series.Slice(0, 2990));
        windows.Paper.To.ShouldBe(Series.Times[0].Date.AddDays(124));
        windows.Paper.Count.ShouldBe(7 * 24);
    }

    [Fact]
    public void Of_TooFewForTrainingAndHoldOut_SaysHowManyAreNeeded()
    {
        var error = Should.Throw<InvalidInputException>(() => DataWindows.Of(Series.Slice(0, 700)));
        error.Message.ShouldContain("700 bars are too few");
        error.Message.ShouldContain("336 bars for training and 144 for the hold-out");
        error.Message.ShouldContain("about 931 bars");
    }

    [Fact]
    public void Of_AsManyAsTheErrorAsksFor_IsEnough() =>
        DataWindows.Of(Series.Slice(0, 960), new()).HoldOut.Count.ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public void Of_FewerThanSevenDays_SaysSo() =>
        Should.Throw<InvalidInputException>(() => DataWindows.Of(Series.Slice(0, 100))).Message.ShouldContain("4 complete trading days");

    [Fact]
    public void Of_FewerPaperDaysAsked_IsRefused() =>
        Should.Throw<InvalidInputException>(() => DataWindows.Of(Series, new() { PaperDays = 6 })).Field.ShouldBe("PaperDays");

    [Fact]
    public void WithHistory_GivesTheBarsBeforeAndNoneAfter()
    {
        var windows = DataWindows.Of(Series);
        var bars = windows.HoldOut.WithHistory(out var start);
        start.ShouldBe(windows.HoldOut.Start);
        bars.Times[start].ShouldBe(windows.HoldOut.From);
        bars.EndTime.ShouldBe(windows.HoldOut.To);
        bars.Times[0].ShouldBe(Series.Times[0]);
    }

    [Fact]
    public void Complete_HalfDayAndSundayHours_AreToldApart()
    {
        // Days of 24, 24, 24, 13 and 3 hours, then 24 again: the half-day counts, the three hours do not.
        var hours = new[] { 24, 24, 24, 13, 3, 24 }.SelectMany((count, day) => Enumerable.Range(0, count).Select(hour => Hours.Start.AddDays(day).AddHours(hour))).ToArray();
        double[] prices = [.. hours.Select(_ => 1.0)];
        var days = TradingDays.Complete(new("X", TimeSpan.FromHours(1), hours, prices, prices, prices, prices, prices));
        days.Select(day => day.Count).ShouldBe([24, 24, 24, 13, 24]);
    }
}
