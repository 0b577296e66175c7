namespace Gauntlet.Domain.Markets.Alignment;

/// <summary>One market on the clock of several.</summary>
public sealed class AlignedColumn
{
    private readonly double[] _open, _high, _low, _close, _volume;
    private readonly int[] _age;
    private readonly DateTime[] _times;

    private AlignedColumn(string symbol, DateTime[] times)
    {
        Symbol = symbol;
        _times = times;
        _open = new double[times.Length];
        _high = new double[times.Length];
        _low = new double[times.Length];
        _close = new double[times.Length];
        _volume = new double[times.Length];
        _age = new int[times.Length];
    }

    /// <summary>Name of the market.</summary>
    public string Symbol { get; }

    /// <summary>Opening prices; the last close where the bar is carried; NaN before the first bar.</summary>
    public ReadOnlySpan<double> Open => _open;

    /// <summary>Highest prices, as <see cref="Open"/>.</summary>
    public ReadOnlySpan<double> High => _high;

    /// <summary>Lowest prices, as <see cref="Open"/>.</summary>
    public ReadOnlySpan<double> Low => _low;

    /// <summary>Closing prices, as <see cref="Open"/>.</summary>
    public ReadOnlySpan<double> Close => _close;

    /// <summary>Volumes; 0 where the bar is carried or not yet there.</summary>
    public ReadOnlySpan<double> Volume => _volume;

    /// <summary>How stale a bar is: 0 a bar of its own, n carried for the n-th time in a row, −1 before the first.</summary>
    public ReadOnlySpan<int> Age => _age;

    /// <summary>One bar.</summary>
    /// <param name="index">0 … number of times − 1.</param>
    public Bar this[int index] => new(_times[index], _open[index], _high[index], _low[index], _close[index], _volume[index]);

    /// <summary>Whether there is a price at all: the market has had a bar.</summary>
    public bool IsKnown(int index) => _age[index] >= 0;

    /// <summary>Whether the market has a bar of its own then, so that an order can fill.</summary>
    public bool IsFresh(int index) => _age[index] == 0;

    internal static AlignedColumn Of(BarSeries bars, DateTime[] times)
    {
        var column = new AlignedColumn(bars.Symbol, times);
        var next = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (next < bars.Count && bars.Times[next] == times[i]) column.Take(i, bars, next++);
            else column.Carry(i);
        }

        return column;
    }

    private void Take(int index, BarSeries bars, int from)
    {
        _open[index] = bars.Open[from];
        _high[index] = bars.High[from];
        _low[index] = bars.Low[from];
        _close[index] = bars.Close[from];
        _volume[index] = bars.Volume[from];
    }

    private void Carry(int index)
    {
        var known = index > 0 && _age[index - 1] >= 0;
        _open[index] = _high[index] = _low[index] = _close[index] = known ? _close[index - 1] : double.NaN;
        _age[index] = known ? _age[index - 1] + 1 : -1;
    }
}
