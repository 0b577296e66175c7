namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>Open around the clock from Sunday to Friday, 17:00 in New York; a trading day ends at 17:00. Closed for Christmas and New Year's Day.</summary>
internal sealed class ForexSchedule() : MarketSchedule("forex", 260)
{
    private static readonly TimeOnly Turn = new(17, 0);

    public override MarketSession? SessionOn(DateOnly date)
    {
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (date.Month, date.Day) is (12, 25) or (1, 1)) return null;
        return new(date, NewYorkTime.ToUtc(date.AddDays(-1), Turn), NewYorkTime.ToUtc(date, Turn), IsShort: false);
    }

    public override DateOnly? DayOf(DateTime openTime)
    {
        var date = DateOnly.FromDateTime(openTime);
        return Contains(date) ?? Contains(date.AddDays(1));

        DateOnly? Contains(DateOnly day) => SessionOn(day)?.Contains(openTime) == true ? day : null;
    }
}
