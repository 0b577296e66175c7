using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Alignment;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Aligned markets one step after the other.</summary>
internal sealed class MarketFeed(AlignedBars markets)
{
    private readonly Bar[] _bars = new Bar[markets.Columns.Count];
    private readonly bool[] _fresh = new bool[markets.Columns.Count];
    private int _next;

    /// <summary>Opening time of the step, UTC.</summary>
    public DateTime Time { get; private set; }

    public ReadOnlySpan<Bar> Bars => _bars;

    public ReadOnlySpan<bool> Fresh => _fresh;

    public MarketSlice Slice => new(Time, _bars, _fresh);

    /// <summary>Goes to the next step.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        if (_next == markets.Count) return false;
        Time = markets.Times[_next];
        for (var i = 0; i < _bars.Length; i++)
        {
            var bar = markets.Columns[i][_next];
            // A bar without prices is no bar.
            _fresh[i] = markets.Columns[i].IsFresh(_next) && !double.IsNaN(bar.Open) && !double.IsNaN(bar.Close);
            if (_fresh[i] || _next == 0) _bars[i] = bar;
        }

        _next++;
        return true;
    }
}
