using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets.Alignment;

/// <summary>Bars of several markets on one clock: every time at which any of them has a bar, and for each of them the bar or the last known price.</summary>
/// <remarks>
/// No price is invented: where a market has no bar, its last close is carried forward with volume 0 and an age above 0; before its
/// first bar its prices are NaN and its age is −1. A price is never 0. The order of the markets is the order given.
/// </remarks>
public sealed class AlignedBars
{
    private readonly DateTime[] _times;

    private AlignedBars(DateTime[] times, TimeSpan interval, IReadOnlyList<AlignedColumn> columns)
    {
        _times = times;
        Interval = interval;
        Columns = columns;
        Calendar = TradingCalendar.Infer(times, interval);
    }

    /// <summary>Opening times, UTC, strictly ascending.</summary>
    public ReadOnlySpan<DateTime> Times => _times;

    /// <summary>Number of times.</summary>
    public int Count => _times.Length;

    /// <summary>Length of a bar, the same in all markets.</summary>
    public TimeSpan Interval { get; }

    /// <summary>When at least one of the markets trades.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>The markets, in the order given.</summary>
    public IReadOnlyList<AlignedColumn> Columns { get; }

    /// <summary>Names of the markets, in the order given.</summary>
    public IReadOnlyList<string> Symbols => [.. Columns.Select(column => column.Symbol)];

    /// <summary>Brings markets onto one clock.</summary>
    /// <param name="series">At least one; symbols differ, intervals are equal.</param>
    /// <exception cref="InvalidInputException">No market, a symbol twice, or intervals that differ.</exception>
    public static AlignedBars Of(IReadOnlyList<BarSeries> series)
    {
        if (series.Count == 0) throw new InvalidInputException("markets", "0", "There is no market to align. Give at least one.");
        var twice = series.GroupBy(one => one.Symbol, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new InvalidInputException("symbol", twice.Key, $"Symbol {twice.Key} is given {twice.Count()} times. Give each market once, under its own name.");

        var interval = series[0].Interval;
        if (series.FirstOrDefault(one => one.Interval != interval) is { } other)
        {
            throw new InvalidInputException(
                "interval", $"{other.Interval}", $"{other.Symbol} has a bar every {IntervalText.Of(other.Interval)}, {series[0].Symbol} every {IntervalText.Of(interval)}. Resample one of them.");
        }

        var times = Union(series);
        return new(times, interval, [.. series.Select(one => AlignedColumn.Of(one, times))]);
    }

    private static DateTime[] Union(IReadOnlyList<BarSeries> series)
    {
        var all = new DateTime[series.Sum(one => one.Count)];
        var filled = 0;
        foreach (var one in series)
        {
            one.Times.CopyTo(all.AsSpan(filled));
            filled += one.Count;
        }

        Array.Sort(all);
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[kept - 1]) all[kept++] = all[i];
        }

        return all[..kept];
    }
}
