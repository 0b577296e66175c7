using System.Runtime.InteropServices;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>When in the week a market has bars, read off the bars themselves.</summary>
internal sealed class TradingWeek
{
    private static readonly long WeekTicks = TimeSpan.FromDays(7).Ticks;

    private readonly HashSet<long> _expected;

    private TradingWeek(bool isContinuous, HashSet<long> expected)
    {
        IsContinuous = isContinuous;
        _expected = expected;
    }

    /// <summary>Whether the market trades every day, around the clock or once a day.</summary>
    public bool IsContinuous { get; }

    /// <summary>The times of the week that at least half of the weeks with any bar have.</summary>
    public static TradingWeek Of(BarSeries bars)
    {
        var counts = new Dictionary<long, int>();
        var weeks = new HashSet<long>();
        long last = -1;
        foreach (var time in bars.Times)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, time.Ticks % WeekTicks, out _)++;
            if (time.Ticks / WeekTicks != last) weeks.Add(last = time.Ticks / WeekTicks);
        }

        return new(
            bars.Calendar.Name == TradingCalendar.Continuous,
            [.. counts.Where(pair => 2 * pair.Value >= weeks.Count).Select(pair => pair.Key)]);
    }

    /// <summary>Whether the market usually has a bar that opens then.</summary>
    public bool Expects(DateTime time) => IsContinuous || _expected.Contains(time.Ticks % WeekTicks);
}
