using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Several series as one: the union of their times in order, each market's bar where it has one.</summary>
internal sealed class MarketFeed(IReadOnlyList<BarSeries> markets)
{
    private static readonly Bar Nothing = new(DateTime.MinValue, double.NaN, double.NaN, double.NaN, double.NaN, 0);
    private readonly int[] _next = new int[markets.Count];
    private readonly Bar[] _bars = [.. markets.Select(_ => Nothing)];
    private readonly bool[] _fresh = new bool[markets.Count];

    /// <summary>Opening time of the step, UTC.</summary>
    public DateTime Time { get; private set; }

    public ReadOnlySpan<Bar> Bars => _bars;

    public ReadOnlySpan<bool> Fresh => _fresh;

    public MarketSlice Slice => new(Time, _bars, _fresh);

    /// <summary>Goes to the next step.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        var time = DateTime.MaxValue;
        for (var i = 0; i < _next.Length; i++)
        {
            if (_next[i] < markets[i].Count && markets[i].Times[_next[i]] < time) time = markets[i].Times[_next[i]];
        }

        if (time == DateTime.MaxValue) return false;
        Time = time;
        for (var i = 0; i < _next.Length; i++)
        {
            _fresh[i] = Take(i, time);
        }

        return true;
    }

    // A bar without prices is no bar.
    private bool Take(int market, DateTime time)
    {
        if (_next[market] == markets[market].Count || markets[market].Times[_next[market]] != time) return false;
        var bar = markets[market][_next[market]++];
        if (double.IsNaN(bar.Open) || double.IsNaN(bar.Close)) return false;
        _bars[market] = bar;
        return true;
    }
}
