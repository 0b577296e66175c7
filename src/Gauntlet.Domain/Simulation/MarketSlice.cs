using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation;

/// <summary>What several markets did in one step of their common calendar, which is the union of their times.</summary>
/// <param name="time">Opening time of the step, UTC.</param>
/// <param name="bars">The last bar of each market; one without a bar in this step keeps its last, and before its first all prices are NaN.</param>
/// <param name="fresh">Whether the bar is of this step.</param>
public readonly ref struct MarketSlice(DateTime time, ReadOnlySpan<Bar> bars, ReadOnlySpan<bool> fresh)
{
    private readonly ReadOnlySpan<Bar> _bars = bars;
    private readonly ReadOnlySpan<bool> _fresh = fresh;

    /// <summary>Opening time of the step, UTC.</summary>
    public DateTime Time { get; } = time;

    /// <summary>Number of markets.</summary>
    public int Count => _bars.Length;

    /// <summary>The last known bar of a market, in the order in which they were given.</summary>
    public ref readonly Bar this[int market] => ref _bars[market];

    /// <summary>Whether a market has a bar in this step; without one it is marked at its last close and nothing of it fills.</summary>
    public bool IsFresh(int market) => _fresh[market];

    /// <summary>Whether every market has had a bar by now.</summary>
    public bool IsComplete
    {
        get
        {
            foreach (ref readonly var bar in _bars)
            {
                if (double.IsNaN(bar.Close)) return false;
            }

            return true;
        }
    }
}
