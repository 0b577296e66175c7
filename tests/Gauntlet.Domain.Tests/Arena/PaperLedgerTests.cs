using Gauntlet.Domain.Arena;

namespace Gauntlet.Domain.Tests.Arena;

public class PaperLedgerTests
{
    private static readonly DateTime Saturday = new(2024, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Days_BarsOnADateThatIsNoDayOfTrading_CountToTheNextDay()
    {
        // Friday has two bars, Sunday opens with one, Monday has two.
        PaperBar[] bars = [Bar(-24, 101), Bar(-23, 102), Bar(46, 104), Bar(48, 105), Bar(49, 106)];
        var days = PaperLedger.Days(100, bars, new Dictionary<DateOnly, int> { [new(2024, 1, 5)] = 2, [new(2024, 1, 8)] = 2 });

        days.Select(day => (day.Day, day.Bars, day.Date)).ShouldBe([(1, 2, new(2024, 1, 5)), (2, 3, new(2024, 1, 8))]);
        days[0].ReturnFraction.ShouldBe(0.02, 1e-12);
        days[1].ReturnFraction.ShouldBe((106 / 102.0) - 1, 1e-12);
    }

    [Fact]
    public void Days_LastDayNotOver_IsLeftOut() =>
        PaperLedger.Days(100, [Bar(0, 101), Bar(24, 102)], new Dictionary<DateOnly, int> { [new(2024, 1, 6)] = 1, [new(2024, 1, 7)] = 2 }).Count.ShouldBe(1);

    private static PaperBar Bar(int hours, double equity) => new(Saturday.AddHours(hours), equity, 100, 0, 0, BarCondition.Good);
}
