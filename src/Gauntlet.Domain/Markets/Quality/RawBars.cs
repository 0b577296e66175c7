namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Rows of a file that are sound by themselves, in columns, with their line numbers.</summary>
internal sealed class RawBars
{
    public List<int> Lines { get; } = [];

    public List<DateTime> Times { get; } = [];

    public List<double> Open { get; } = [];

    public List<double> High { get; } = [];

    public List<double> Low { get; } = [];

    public List<double> Close { get; } = [];

    public List<double> Volume { get; } = [];

    public int Count => Times.Count;

    public void Add(int line, in Bar bar)
    {
        Lines.Add(line);
        Times.Add(bar.OpenTime);
        Open.Add(bar.Open);
        High.Add(bar.High);
        Low.Add(bar.Low);
        Close.Add(bar.Close);
        Volume.Add(bar.Volume);
    }

    public BarSeries ToSeries(string symbol, TimeSpan interval) =>
        new(symbol, interval, [.. Times], [.. Open], [.. High], [.. Low], [.. Close], [.. Volume]);
}
