using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets;

/// <summary>Makes longer bars out of shorter ones.</summary>
/// <remarks>
/// Bars begin at multiples of their length from midnight UTC, weeks on Monday. A bar takes the first open, the highest high, the lowest
/// low, the last close and the sum of volumes; where the market has no bar there is none. The last one is left out while it is
/// unfinished, that is when neither the bars reach its end nor it holds as many of them as half of all bars do.
/// </remarks>
public static class BarResampling
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Resamples a series.</summary>
    /// <param name="bars">Shorter bars.</param>
    /// <param name="interval">Length of the new ones: a multiple of that of the old ones, and a part or a multiple of a day.</param>
    /// <exception cref="InvalidInputException">Another length, or not one finished bar.</exception>
    public static BarSeries To(BarSeries bars, TimeSpan interval)
    {
        if (interval <= bars.Interval || interval.Ticks % bars.Interval.Ticks != 0 || (Day.Ticks % interval.Ticks != 0 && interval.Ticks % Day.Ticks != 0))
        {
            throw new InvalidInputException(
                "interval", $"{interval}", $"{bars.Symbol}: bars of {IntervalText.Of(interval)} cannot be made of bars of {IntervalText.Of(bars.Interval)}. Give a multiple of {IntervalText.Of(bars.Interval)} that is a part or a multiple of a day.");
        }

        var groups = Groups(bars.Times, interval.Ticks);
        if (IsUnfinished(bars, groups, interval)) groups.RemoveAt(groups.Count - 1);
        if (groups.Count == 0) throw new InvalidInputException("interval", $"{interval}", $"{bars.Symbol}: its {bars.Count} bars do not fill one bar of {IntervalText.Of(interval)}. Give more bars or a shorter interval.");
        return Merge(bars, groups, interval);
    }

    private static List<(int Start, int Count)> Groups(ReadOnlySpan<DateTime> times, long ticks)
    {
        var groups = new List<(int Start, int Count)>();
        for (var i = 0; i < times.Length; i++)
        {
            if (i > 0 && times[i].Ticks / ticks == times[i - 1].Ticks / ticks) groups[^1] = (groups[^1].Start, groups[^1].Count + 1);
            else groups.Add((i, 1));
        }

        return groups;
    }

    private static bool IsUnfinished(BarSeries bars, List<(int Start, int Count)> groups, TimeSpan interval)
    {
        var (start, count) = groups[^1];
        if (bars.EndTime >= Floor(bars.Times[start], interval) + interval) return false;
        var counts = groups.Select(group => group.Count).Order().ToList();
        return groups.Count == 1 || count < counts[counts.Count / 2];
    }

    private static BarSeries Merge(BarSeries bars, List<(int Start, int Count)> groups, TimeSpan interval)
    {
        var times = new DateTime[groups.Count];
        var columns = new double[5][];
        for (var c = 0; c < columns.Length; c++) columns[c] = new double[groups.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            var (start, count) = groups[i];
            var (high, low, volume) = (double.NegativeInfinity, double.PositiveInfinity, 0.0);
            for (var k = start; k < start + count; k++)
            {
                high = Math.Max(high, bars.High[k]);
                low = Math.Min(low, bars.Low[k]);
                volume += bars.Volume[k];
            }

            times[i] = Floor(bars.Times[start], interval);
            (columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i]) = (bars.Open[start], high, low, bars.Close[start + count - 1], volume);
        }

        return new(bars.Symbol, interval, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    // The first tick of all was a Monday's.
    private static DateTime Floor(DateTime time, TimeSpan interval) => new(time.Ticks / interval.Ticks * interval.Ticks, DateTimeKind.Utc);
}
