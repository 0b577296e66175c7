namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>Open around the clock; a day is a UTC day.</summary>
internal sealed class CryptoSchedule() : MarketSchedule("crypto", 365)
{
    public override MarketSession? SessionOn(DateOnly date)
    {
        var open = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new(date, open, open.AddDays(1), IsShort: false);
    }

    public override DateOnly? DayOf(DateTime openTime) => DateOnly.FromDateTime(openTime);
}
