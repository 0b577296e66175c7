using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>Momentum across markets: holds those that rose most over the months before, without the last of them.</summary>
/// <remarks>
/// Jegadeesh and Titman (1993), by default twelve months less one. Ranked by the closes at the ends of months; decided at the close of a
/// month's first bar, when the month before is known to be over. Equal returns go by the order of the markets.
/// </remarks>
public struct Momentum : IPortfolioStrategy
{
    private readonly int _skip, _top;
    private readonly bool _onlyRising;
    private readonly double _size;
    private readonly double[][] _ends;
    private readonly double[] _closes;
    private RebalanceClock _clock;
    private int _seen;

    private Momentum(ParameterValues values, int markets)
    {
        _skip = values.Integer("skip");
        _top = Math.Min(values.Integer("top"), markets);
        _onlyRising = values.Choice("hold") == "rising";
        _size = values.Number(Position.Size);
        _ends = [.. Enumerable.Range(0, values.Integer("months") + 1).Select(_ => new double[markets])];
        _closes = new double[markets];
        _clock = new(RebalancePeriod.Monthly);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static PortfolioDefinition Definition { get; } = new PortfolioDefinition<Momentum>(
        "momentum",
        "Holds, month by month, the markets that rose most over the year before, without its last month.",
        new(2, int.MaxValue),
        (values, markets) => new(values, markets),
        [
            new IntParameter("months", "months looked back on", Low: 2, High: 36, Default: 12),
            new IntParameter("skip", "latest months left out", Low: 0, High: 12, Default: 1),
            new IntParameter("top", "markets held, at equal weights; at most all of them", Low: 1, High: 50, Default: 2),
            new CategoricalParameter("hold", "best holds the best ones whatever their sign; rising leaves those out that fell", ["best", "rising"]),
            Position.SizeParameter,
        ],
        new ParameterConstraint("skip < months", values => values.Number("skip") < values.Number("months")));

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public bool OnBars(in MarketSlice slice, Span<double> weights)
    {
        var decides = _clock.Begins(slice.Time) && EndMonth();
        for (var i = 0; i < _closes.Length; i++) _closes[i] = slice[i].Close;
        if (!decides) return false;

        weights.Clear();
        for (var held = 0; held < _top; held++)
        {
            var best = Best(weights);
            if (best < 0) break;
            weights[best] = _size / _top;
        }

        return true;
    }

    // The first call has no month before it.
    private bool EndMonth()
    {
        if (_seen++ == 0) return false;
        _closes.CopyTo(_ends[_seen % _ends.Length], 0);
        return _seen > _ends.Length;
    }

    private readonly int Best(ReadOnlySpan<double> taken)
    {
        var (from, to) = (_ends[(_seen + 1) % _ends.Length], _ends[(_seen + _ends.Length - _skip) % _ends.Length]);
        var best = -1;
        var most = double.NegativeInfinity;
        for (var i = 0; i < from.Length; i++)
        {
            // A market without a bar at that time has a NaN and is greater than nothing.
            var rise = (to[i] / from[i]) - 1;
            if (taken[i] != 0 || !(rise > most) || (_onlyRising && rise <= 0)) continue;
            (best, most) = (i, rise);
        }

        return best;
    }
}
