using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

public class TradingCalendarTests
{
    private static readonly DateTime Monday = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Infer_EveryHour_IsContinuous() =>
        Infer(Times(TimeSpan.FromHours(1), 24 * 21, _ => true), TimeSpan.FromHours(1)).ShouldBe(new TradingCalendar("continuous", 24, 8760));

    [Fact]
    public void Infer_EveryDay_IsContinuous() =>
        Infer(Times(TimeSpan.FromDays(1), 60, _ => true), TimeSpan.FromDays(1)).ShouldBe(new TradingCalendar("continuous", 1, 365));

    [Fact]
    public void Infer_Weekdays_IsAnExchange() =>
        Infer(Times(TimeSpan.FromDays(1), 60, IsWeekday), TimeSpan.FromDays(1)).ShouldBe(new TradingCalendar("session", 1, 252));

    [Fact]
    public void Infer_SevenHoursOnWeekdays_IsAnExchange() =>
        Infer(Times(TimeSpan.FromHours(1), 24 * 30, time => IsWeekday(time) && time.Hour is >= 9 and < 16), TimeSpan.FromHours(1)).ShouldBe(new TradingCalendar("session", 7, 1764));

    [Fact]
    public void Infer_AroundTheClockOnWeekdays_IsACurrencyMarket() =>
        Infer(Times(TimeSpan.FromHours(1), 24 * 30, IsWeekday), TimeSpan.FromHours(1)).ShouldBe(new TradingCalendar("weekdays", 24, 6240));

    [Fact]
    public void Infer_Weeks_CountsThemInAYear() =>
        Infer(Times(TimeSpan.FromDays(7), 60, _ => true), TimeSpan.FromDays(7)).PeriodsPerYear.ShouldBe(365.25 / 7);

    private static bool IsWeekday(DateTime time) => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateTime[] Times(TimeSpan step, int count, Func<DateTime, bool> trades) =>
        [.. Enumerable.Range(0, count).Select(i => Monday + (i * step)).Where(trades)];

    private static TradingCalendar Infer(DateTime[] times, TimeSpan interval) => TradingCalendar.Infer(times, interval);
}
