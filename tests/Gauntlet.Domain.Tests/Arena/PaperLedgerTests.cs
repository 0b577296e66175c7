using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Arena;

public class PaperLedgerTests
{
    // A currency market: four bars every weekday and one late on Sunday, which is no day of its own.
    private static readonly DateTime[] Times =
    [
        .. Enumerable.Range(0, 14).Select(day => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day))
            .SelectMany(day => day.DayOfWeek switch
            {
                DayOfWeek.Saturday => Array.Empty<DateTime>(),
                DayOfWeek.Sunday => [day.AddHours(18)],
                _ => [day, day.AddHours(6), day.AddHours(12), day.AddHours(18)],
            }),
    ];

    [Fact]
    public void Days_BarsOnADateThatIsNoDayOfTrading_CountToTheNextDay()
    {
        // From Friday 5 January on: four bars, Sunday's one, Monday's four.
        var days = PaperLedger.Days(100, Bars(9), Window());

        days.Select(day => (day.Day, day.Bars, day.Date)).ShouldBe([(1, 4, new(2024, 1, 5)), (2, 5, new(2024, 1, 8))]);
        days[0].ReturnFraction.ShouldBe(0.04, 1e-12);
        days[1].ReturnFraction.ShouldBe((109 / 104.0) - 1, 1e-12);
    }

    [Fact]
    public void Days_LastDayNotOver_IsLeftOut() => PaperLedger.Days(100, Bars(8), Window()).Count.ShouldBe(1);

    private static DataWindow Window()
    {
        double[] prices = [.. Times.Select(_ => 1.0)];
        return new("paper", new("eurusd", TimeSpan.FromHours(6), Times, prices, prices, prices, prices, prices), 16, 9);
    }

    private static PaperBar[] Bars(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PaperBar(Times[16 + i], 101 + i, 100, 0, 0, BarCondition.Good))];
}
