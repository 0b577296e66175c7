namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Rows of a file that are sound by themselves, in columns, with their line numbers.</summary>
internal sealed class RawBars
{
    private readonly List<int> _lines = [];
    private List<DateTime> _times = [];
    private List<double> _open = [], _high = [], _low = [], _close = [], _volume = [];

    public IReadOnlyList<int> Lines => _lines;

    public int Count => _times.Count;

    public DateTime LastTime => _times[^1];

    public int LastLine => _lines[^1];

    public void Add(int line, in Bar bar)
    {
        _lines.Add(line);
        _times.Add(bar.OpenTime);
        _open.Add(bar.Open);
        _high.Add(bar.High);
        _low.Add(bar.Low);
        _close.Add(bar.Close);
        _volume.Add(bar.Volume);
    }

    /// <summary>Turns rows that came newest first.</summary>
    public void Reverse()
    {
        _lines.Reverse();
        _times.Reverse();
        _open.Reverse();
        _high.Reverse();
        _low.Reverse();
        _close.Reverse();
        _volume.Reverse();
    }

    /// <summary>The bars; the rows are given up as they are copied, because a large file would fill the memory twice.</summary>
    public BarSeries ToSeries(string symbol, Func<DateTime[], TimeSpan> interval)
    {
        var times = Take(ref _times);
        return new(symbol, interval(times), times, Take(ref _open), Take(ref _high), Take(ref _low), Take(ref _close), Take(ref _volume));
    }

    private static T[] Take<T>(ref List<T> column)
    {
        var values = column.ToArray();
        column = [];
        return values;
    }
}
