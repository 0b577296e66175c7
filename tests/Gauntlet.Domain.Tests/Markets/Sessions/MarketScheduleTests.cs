using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Domain.Tests.Markets.Sessions;

public class MarketScheduleTests
{
    private static readonly MarketSchedule Equities = MarketSchedule.Find("us-equities");
    private static readonly MarketSchedule Forex = MarketSchedule.Find("forex");

    // Calendars that the exchange published for the year.
    [Theory]
    [InlineData(2021, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24")]
    [InlineData(2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25")]
    public void SessionOn_HolidaysOfAYear_AreThePublishedOnes(int year, string expected) =>
        string.Join(' ', Days(year).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Equities.SessionOn(day) is null).Select(day => $"{day:MM-dd}")).ShouldBe(expected);

    [Theory]
    [InlineData(2022, "11-25")]
    [InlineData(2024, "07-03 11-29 12-24")]
    [InlineData(2025, "07-03 11-28 12-24")]
    [InlineData(2026, "11-27 12-24")]
    public void SessionOn_HalfDaysOfAYear_AreThePublishedOnes(int year, string expected) =>
        string.Join(' ', Equities.Sessions(new(year, 1, 1), new(year, 12, 31)).Where(session => session.IsShort).Select(session => $"{session.Date:MM-dd}")).ShouldBe(expected);

    [Theory]
    [InlineData("2024-03-08", "14:30", "21:00")]
    [InlineData("2024-03-11", "13:30", "20:00")]
    [InlineData("2024-11-29", "14:30", "18:00")]
    [InlineData("2006-04-03", "13:30", "20:00")]
    public void SessionOn_AroundTheChangeOfClocks_IsNewYorkTime(string date, string open, string close)
    {
        var session = Equities.SessionOn(DateOnly.Parse(date))!.Value;
        $"{session.Open:HH:mm}".ShouldBe(open);
        $"{session.Close:HH:mm}".ShouldBe(close);
    }

    [Theory]
    [InlineData("2024-01-05T21:59:00Z", true)]
    [InlineData("2024-01-05T22:00:00Z", false)]
    [InlineData("2024-01-06T12:00:00Z", false)]
    [InlineData("2024-01-07T21:59:00Z", false)]
    [InlineData("2024-01-07T22:00:00Z", true)]
    [InlineData("2024-12-25T12:00:00Z", false)]
    public void IsOpen_WeekOfForex_RunsFromSundayToFridayInNewYork(string time, bool open) =>
        Forex.IsOpen(DateTime.Parse(time).ToUniversalTime()).ShouldBe(open);

    [Fact]
    public void DayOf_SundayEvening_IsMonday() => Forex.DayOf(new(2024, 1, 7, 23, 0, 0, DateTimeKind.Utc)).ShouldBe(new(2024, 1, 8));

    [Fact]
    public void Next_FridayNight_IsMondaysSession() =>
        Equities.Next(new(2024, 1, 12, 22, 0, 0, DateTimeKind.Utc)).Date.ShouldBe(new(2024, 1, 16));

    [Fact]
    public void Crypto_AnyTime_IsOpen() => MarketSchedule.Find("crypto").IsOpen(new(2024, 12, 25, 3, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();

    [Fact]
    public void Find_Misspelt_SaysTheNearest() => Should.Throw<InvalidInputException>(() => MarketSchedule.Find("us-equity")).Message.ShouldContain("Did you mean 'us-equities'?");

    private static IEnumerable<DateOnly> Days(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1)) yield return day;
    }
}
