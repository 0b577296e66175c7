using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets.Sessions;

/// <summary>When a market is open, by rule: sessions with holidays and half-days.</summary>
public abstract class MarketSchedule
{
    private const int LongestPause = 14;

    private protected MarketSchedule(string name, int sessionsPerYear)
    {
        Name = name;
        SessionsPerYear = sessionsPerYear;
    }

    /// <summary>Every schedule, in ordinal order of the names.</summary>
    public static IReadOnlyList<MarketSchedule> All { get; } = [new CryptoSchedule(), new ForexSchedule(), new UsEquitySchedule()];

    /// <summary>Name as users type it: <c>crypto</c>, <c>forex</c> or <c>us-equities</c>.</summary>
    public string Name { get; }

    /// <summary>Sessions a year by convention: 365, 260 or 252.</summary>
    public int SessionsPerYear { get; }

    /// <summary>The schedule of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static MarketSchedule Find(string name) =>
        All.FirstOrDefault(schedule => schedule.Name == name)
        ?? throw new InvalidInputException("calendar", name, $"There is no calendar '{name}'. {Nearest.Hint(name, [.. All.Select(schedule => schedule.Name)])}");

    /// <summary>The session of a trading day; null on a day off.</summary>
    public abstract MarketSession? SessionOn(DateOnly date);

    /// <summary>The trading day that a bar belongs to; null where the market is closed.</summary>
    /// <param name="openTime">Opening time of the bar, UTC.</param>
    public abstract DateOnly? DayOf(DateTime openTime);

    /// <summary>Whether the market is open at a time.</summary>
    /// <param name="time">UTC.</param>
    public bool IsOpen(DateTime time)
    {
        var date = DateOnly.FromDateTime(time);
        return SessionOn(date)?.Contains(time) == true || SessionOn(date.AddDays(1))?.Contains(time) == true;
    }

    /// <summary>The first session that ends after a time: the one that is open then, or the next.</summary>
    /// <param name="time">UTC.</param>
    public MarketSession Next(DateTime time)
    {
        for (var days = -1; days <= LongestPause; days++)
        {
            if (SessionOn(DateOnly.FromDateTime(time).AddDays(days)) is { } session && session.Close > time) return session;
        }

        throw new InvalidOperationException($"Calendar {Name} has no session within {LongestPause} days after {time:O}.");
    }

    /// <summary>All sessions of a span of days, both ends included.</summary>
    public IEnumerable<MarketSession> Sessions(DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (SessionOn(date) is { } session) yield return session;
        }
    }
}
