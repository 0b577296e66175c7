using System.Collections;

namespace Gauntlet.Domain.Simulation;

/// <summary>The first round trips of a list that only grows, and an open one behind them: a snapshot without a copy.</summary>
internal sealed class TradeList(List<Trade> closed, int count, Trade? open) : IReadOnlyList<Trade>
{
    public int Count { get; } = open is null ? count : count + 1;

    public Trade this[int index] => (uint)index < (uint)count ? closed[index]
        : index == count && open is { } last ? last : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} round trips.");

    public IEnumerator<Trade> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
