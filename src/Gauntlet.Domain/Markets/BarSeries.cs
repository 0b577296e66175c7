using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets;

/// <summary>Bars of one market in columns: immutable, ascending in time, one interval, sliced without copying.</summary>
public sealed class BarSeries
{
    private readonly Columns _columns;
    private readonly int _start;
    private readonly Lazy<string> _hash;

    /// <summary>A series over columns of equal length, which it takes over: the caller must not change them afterwards.</summary>
    /// <param name="symbol">Name of the market, for people.</param>
    /// <param name="interval">Length of a bar; positive.</param>
    /// <param name="times">Opening times, UTC, strictly ascending, at least one.</param>
    /// <param name="open">Opening prices.</param>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Closing prices.</param>
    /// <param name="volume">Volumes.</param>
    /// <param name="calendar">Null (the default) reads it off the times.</param>
    /// <exception cref="InvalidInputException">No bar, columns of unequal length, times not UTC or not ascending, interval not positive.</exception>
    public BarSeries(
        string symbol,
        TimeSpan interval,
        DateTime[] times,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        TradingCalendar? calendar = null)
        : this(symbol, interval, Columns.Checked(symbol, interval, times, open, high, low, close, volume), 0, times.Length, calendar ?? TradingCalendar.Infer(times, interval))
    {
    }

    private BarSeries(string symbol, TimeSpan interval, Columns columns, int start, int count, TradingCalendar calendar)
    {
        Symbol = symbol;
        Interval = interval;
        Calendar = calendar;
        Count = count;
        _columns = columns;
        _start = start;
        _hash = new(() => BarHash.Of(this));
    }

    /// <summary>Name of the market, for people; no part of <see cref="ContentHash"/>.</summary>
    public string Symbol { get; }

    /// <summary>Length of a bar.</summary>
    public TimeSpan Interval { get; }

    /// <summary>When the market trades; a slice keeps the calendar of the whole.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>Number of bars, at least 1.</summary>
    public int Count { get; }

    /// <summary>Opening times, UTC, strictly ascending.</summary>
    public ReadOnlySpan<DateTime> Times => _columns.Times.AsSpan(_start, Count);

    /// <summary>Opening prices.</summary>
    public ReadOnlySpan<double> Open => _columns.Open.AsSpan(_start, Count);

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High => _columns.High.AsSpan(_start, Count);

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low => _columns.Low.AsSpan(_start, Count);

    /// <summary>Closing prices.</summary>
    public ReadOnlySpan<double> Close => _columns.Close.AsSpan(_start, Count);

    /// <summary>Volumes.</summary>
    public ReadOnlySpan<double> Volume => _columns.Volume.AsSpan(_start, Count);

    /// <summary>SHA-256 over interval and bars, lower-case hexadecimal: equal exactly where the data are equal, whatever the symbol.</summary>
    public string ContentHash => _hash.Value;

    /// <summary>End of the last bar's interval, UTC: from then on all bars are known.</summary>
    public DateTime EndTime => Times[^1] + Interval;

    /// <summary>One bar.</summary>
    /// <param name="index">0 … <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">Outside of that.</exception>
    public Bar this[int index] => new(Times[index], Open[index], High[index], Low[index], Close[index], Volume[index]);

    /// <summary>A part of the series over the same memory.</summary>
    /// <param name="start">First bar.</param>
    /// <param name="count">Number of bars, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the series.</exception>
    public BarSeries Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        return new(Symbol, Interval, _columns, _start + start, count, Calendar);
    }

    private sealed record Columns(DateTime[] Times, double[] Open, double[] High, double[] Low, double[] Close, double[] Volume)
    {
        public static Columns Checked(
            string symbol, TimeSpan interval, DateTime[] times, double[] open, double[] high, double[] low, double[] close, double[] volume)
        {
            if (times.Length == 0) throw new InvalidInputException(symbol, "0 bars", $"{symbol}: there is no bar. Give at least one.");
            if (interval <= TimeSpan.Zero) throw new InvalidInputException("interval", $"{interval}", $"{symbol}: interval {interval} is not positive. Give the length of a bar.");
            if (new[] { open, high, low, close, volume }.Any(column => column.Length != times.Length))
            {
                throw new InvalidInputException(symbol, "columns", $"{symbol}: columns differ in length from the {times.Length} times. Give one value of each for every bar.");
            }

            for (var i = 0; i < times.Length; i++)
            {
                if (times[i].Kind == DateTimeKind.Utc && (i == 0 || times[i] > times[i - 1])) continue;
                throw new InvalidInputException("time", $"{times[i]:O}", $"{symbol}: time {times[i]:O} of bar {i} is not UTC or not after the bar before. Sort the bars and give UTC.");
            }

            return new(times, open, high, low, close, volume);
        }
    }
}
