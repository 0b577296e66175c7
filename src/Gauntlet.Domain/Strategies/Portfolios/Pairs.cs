using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>Reversion of two markets that move together: sells the dear one and buys the cheap one.</summary>
/// <remarks>
/// The logarithm of the first price is regressed on that of the second over a window (Vidyamurthy 2004); the last residual, in standard
/// errors, says how dear the first is. The legs are in the proportion 1 to slope, fixed at the entry, and their absolute weights sum to
/// the size. Nothing is entered where the slope is not positive: such markets do not move together. Decides only at steps in which both have a bar.
/// </remarks>
public struct Pairs : IPortfolioStrategy
{
    private readonly double _entry, _exit, _stop, _size;
    private RollingCovariance _prices;
    private int _side;
    private bool _barred;

    private Pairs(ParameterValues values)
    {
        _prices = new(values.Integer("length"));
        _entry = values.Number("entry");
        _exit = values.Number("exit");
        _stop = values.Number("stop");
        _size = values.Number(Position.Size);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static PortfolioDefinition Definition { get; } = new PortfolioDefinition<Pairs>(
        "pairs",
        "Bets that two markets come together again: sells the dear one, buys the cheap one.",
        new(2, 2),
        (values, _) => new(values),
        [
            new IntParameter("length", "bars in the regression of one on the other", Low: 10, High: 500, Default: 60, Log: true),
            new FloatParameter("entry", "distance to enter at, in standard errors", Low: 1, High: 4, Default: 2, Step: 0.1),
            new FloatParameter("exit", "distance to leave at, in standard errors", Low: 0, High: 1.5, Default: 0.5, Step: 0.1),
            new FloatParameter("stop", "distance to give up at, in standard errors; in again only after a return below the entry", Low: 2, High: 8, Default: 4, Step: 0.25),
            Position.SizeParameter,
        ],
        new ParameterConstraint("exit < entry < stop", values => values.Number("exit") < values.Number("entry") && values.Number("entry") < values.Number("stop")));

    /// <inheritdoc/>
    public readonly int WarmUp => _prices.Length;

    /// <inheritdoc/>
    public bool OnBars(in MarketSlice slice, Span<double> weights)
    {
        if (!slice.IsFresh(0) || !slice.IsFresh(1)) return false;
        _prices.Push(Math.Log(slice[1].Close), Math.Log(slice[0].Close));
        var distance = _prices.IsFull ? _prices.LastResidual : double.NaN;
        if (double.IsNaN(distance)) return false;

        var before = _side;
        _side = Side(distance);
        if (_side == before) return false;

        var slope = _prices.Slope;
        (weights[0], weights[1]) = _side == 0 ? (0, 0) : (_side * _size / (1 + slope), -_side * _size * slope / (1 + slope));
        return true;
    }

    private int Side(double distance)
    {
        var far = Math.Abs(distance);
        if (far < _entry) _barred = false;
        if (far >= _stop) _barred = true;
        if (_barred || far <= _exit) return 0;
        if (_side != 0 && Math.Sign(distance) == -_side) return _side;
        return far >= _entry && _prices.Slope > 0 ? -Math.Sign(distance) : 0;
    }
}
