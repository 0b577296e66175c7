using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Simulation.Reference;

/// <summary>Momentum of twelve months without the last, rebalanced monthly, as vectors/backtests states it.</summary>
internal struct ReferenceMomentum(int lookback, int skip, int top, double weight, IReadOnlyList<DateTime> calendar) : IPortfolioStrategy
{
    private readonly List<double[]> _monthEnds = [];
    private int _step = -1;

    public readonly int WarmUp => 0;

    public bool OnBars(in MarketSlice slice, Span<double> weights)
    {
        _step++;
        if (_step + 1 == calendar.Count || calendar[_step + 1].Month == slice.Time.Month) return false;

        var closes = new double[slice.Count];
        for (var i = 0; i < closes.Length; i++) closes[i] = slice[i].Close;
        _monthEnds.Add(closes);
        var k = _monthEnds.Count - 1;
        if (k < lookback) return false;

        var ends = _monthEnds;
        var (months, without) = (lookback, skip);
        var chosen = Enumerable.Range(0, closes.Length).OrderByDescending(i => (ends[k - without][i] / ends[k - months][i]) - 1).Take(top).ToHashSet();
        for (var i = 0; i < weights.Length; i++) weights[i] = chosen.Contains(i) ? weight : 0;
        return true;
    }
}
