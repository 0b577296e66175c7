using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Tests.Simulation.Reference;

namespace Gauntlet.Domain.Tests.Markets;

public class BarResamplingTests
{
    // Hours with closes 1 to 10 that open at the close before and reach one beyond: by fours, and the last two are no bar of four.
    [Fact]
    public void To_FourHours_TakesFirstHighestLowestLastAndSum()
    {
        var bars = BarResampling.To(Hours.Closing(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), TimeSpan.FromHours(4));
        bars.Count.ShouldBe(2);
        bars.Interval.ShouldBe(TimeSpan.FromHours(4));
        bars[0].ShouldBe(new Bar(Hours.Start, 1, 5, 0, 4, 4));
        bars[1].ShouldBe(new Bar(Hours.Start.AddHours(4), 4, 9, 3, 8, 4));
    }

    [Fact]
    public void To_Weeks_BeginOnMonday()
    {
        var days = SyntheticMarket.Create(SyntheticKind.Noise, 1, 30, TimeSpan.FromDays(1)).Series;
        var weeks = BarResampling.To(days, TimeSpan.FromDays(7));
        // The first of January 2023 was a Sunday: a week of one day, four whole ones, and one day of which no bar is made.
        weeks.Times.ToArray().ShouldAllBe(time => time.DayOfWeek == DayOfWeek.Monday);
        weeks.Count.ShouldBe(5);
        weeks.Close[0].ShouldBe(days.Close[0]);
        weeks.Close[4].ShouldBe(days.Close[28]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(300)]
    [InlineData(30)]
    [InlineData(-60)]
    public void To_LengthThatDoesNotFit_IsRefused(int minutes) =>
        Should.Throw<InvalidInputException>(() => BarResampling.To(Hours.Closing(1, 2, 3, 4), TimeSpan.FromMinutes(minutes))).Message.ShouldContain("Give a multiple of 1 h");

    [Fact]
    public void To_TooFewBars_IsRefused() =>
        Should.Throw<InvalidInputException>(() => BarResampling.To(Hours.Closing(1, 2, 3), TimeSpan.FromHours(4))).Message.ShouldContain("do not fill one bar");

    // The hours of real sessions, which end at nine in the evening in summer: every day becomes a bar, the last one too.
    [SkippableFact]
    public void To_DaysOfRealSessions_AreAllThere()
    {
        var hours = GoldenFile.Bars("hourly/spy.csv");
        var days = BarResampling.To(hours, TimeSpan.FromDays(1));
        var dates = hours.Times.ToArray().Select(time => time.Date).Distinct().ToList();
        days.Times.ToArray().ShouldBe(dates);
        days.Volume.ToArray().Sum().ShouldBe(hours.Volume.ToArray().Sum(), 1);
        days.High.ToArray().Max().ShouldBe(hours.High.ToArray().Max());
    }
}
