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

    /// <summary>The window's bars and all before it, none after: what a simulation of the window is given.</summary>
    /// <remarks>The whole history, because a strategy's position may rest on a signal from long before its indicators' warm-up.</remarks>
    /// <param name="start">Index of the window's first bar in what is returned: the <c>start</c> of a simulation.</param>
    public BarSeries WithHistory(out int start)
    {
        start = Start;
        return Series.Slice(0, End);
    }
}
