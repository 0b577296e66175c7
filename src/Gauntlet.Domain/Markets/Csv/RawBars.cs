namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Rows of a file that are sound by themselves, in columns, with their line numbers.</summary>
internal sealed class RawBars
{
    private const int FirstCapacity = 4096;

    private int[] _lines = new int[FirstCapacity];
    private DateTime[] _times = new DateTime[FirstCapacity];
    private double[] _open = new double[FirstCapacity], _high = new double[FirstCapacity], _low = new double[FirstCapacity], _close = new double[FirstCapacity], _volume = new double[FirstCapacity];

    /// <summary>Number of the line of each bar.</summary>
    public IReadOnlyList<int> Lines => new ArraySegment<int>(_lines, 0, Count);

    public int Count { get; private set; }

    public DateTime LastTime => _times[Count - 1];

    public int LastLine => _lines[Count - 1];

    public void Add(int line, in Bar bar)
    {
        if (Count == _times.Length) Resize(2 * Count);
        var i = Count++;
        _lines[i] = line;
        _times[i] = bar.OpenTime;
        _open[i] = bar.Open;
        _high[i] = bar.High;
        _low[i] = bar.Low;
        _close[i] = bar.Close;
        _volume[i] = bar.Volume;
    }

    /// <summary>Turns rows that came newest first.</summary>
    public void Reverse()
    {
        Array.Reverse(_lines, 0, Count);
        Array.Reverse(_times, 0, Count);
        foreach (var column in new[] { _open, _high, _low, _close, _volume }) Array.Reverse(column, 0, Count);
    }

    /// <summary>The bars, which take the columns over; rows cannot be added any more.</summary>
    public BarSeries ToSeries(string symbol, Func<DateTime[], TimeSpan> interval)
    {
        Resize(Count);
        return new(symbol, interval(_times), _times, _open, _high, _low, _close, _volume);
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref _lines, capacity);
        Array.Resize(ref _times, capacity);
        Array.Resize(ref _open, capacity);
        Array.Resize(ref _high, capacity);
        Array.Resize(ref _low, capacity);
        Array.Resize(ref _close, capacity);
        Array.Resize(ref _volume, capacity);
    }
}
