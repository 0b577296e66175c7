namespace Gauntlet.Domain.Markets;

/// <summary>A stretch of a series that one stage may measure on.</summary>
/// <param name="Name"><c>training</c>, <c>hold-out</c> or <c>paper</c>.</param>
/// <param name="Series">The whole series; bars before <paramref name="Start"/> may warm a strategy up, bars from <see cref="End"/> on may not be seen.</param>
/// <param name="Start">First bar of the window.</param>
/// <param name="Count">Bars in the window.</param>
public sealed record DataWindow(string Name, BarSeries Series, int Start, int Count)
{
    /// <summary>First bar after the window.</summary>
    public int End => Start + Count;

    /// <summary>Opening time of the first bar, UTC.</summary>
    public DateTime From => Series.Times[Start];

    /// <summary>Closing time of the last bar, UTC.</summary>
    public DateTime To => Series.Times[End - 1] + Series.Interval;

    /// <summary>The window's bars alone.</summary>
    public BarSeries Bars => Series.Slice(Start, Count);

    /// <summary>Content hash of the window's bars: what a verdict says it was reached on.</summary>
    public string Hash => Bars.ContentHash;

    /// <summary>The window's bars with bars before it to warm a strategy up.</summary>
    /// <param name="bars">How many at most; fewer where the series begins later.</param>
    /// <param name="start">Index of the window's first bar in what is returned: the <c>start</c> of a simulation.</param>
    public BarSeries WithWarmUp(int bars, out int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bars);
        start = Math.Min(bars, Start);
        return Series.Slice(Start - start, Count + start);
    }
}
