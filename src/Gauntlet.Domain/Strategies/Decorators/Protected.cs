using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>Any strategy, with a stop, a target, a trailing stop or a longest time around its position.</summary>
/// <remarks>
/// Levels are set from the close that decides the entry. Once a position was left by them, the strategy is followed again when it changes
/// its wish, so that a stop is not followed by the same entry at once.
/// </remarks>
/// <param name="inner">The strategy whose wishes are followed.</param>
/// <param name="levels">The protection.</param>
internal struct Protected<TStrategy>(TStrategy inner, ExitLevels levels) : IExitStrategy
    where TStrategy : struct, IStrategy
{
    private TStrategy _inner = inner;
    private AverageTrueRange _range = new(levels.RangeLength);
    private double _wish, _best, _distance;
    private bool _left;
    private Wish _standing = Wish.Flat;

    public readonly int WarmUp => levels.StopKind == ExitLevels.Atr ? Math.Max(_inner.WarmUp, _range.WarmUp) : _inner.WarmUp;

    public Wish OnBar(in Bar bar, in Holding holding)
    {
        var wish = _inner.OnBar(bar);
        _range.Update(bar);
        if (levels.StopKind == ExitLevels.Atr && !_range.IsReady) return Wish.Flat;

        if (wish != _wish) Enter(wish, bar.Close);
        else if (_standing.Weight != 0 && !_left) Hold(bar.Close, holding);
        _wish = wish;
        return _left ? Wish.Flat : _standing;
    }

    private void Enter(double wish, double close)
    {
        _left = false;
        _best = close;
        _distance = levels.StopKind switch
        {
            ExitLevels.Atr => levels.StopDistance * _range.Value,
            ExitLevels.Fraction => levels.StopDistance * close,
            _ => double.NaN,
        };
        var side = Math.Sign(wish);
        // A distance of NaN gives levels of NaN, which are none; a stop below every price is none either.
        _standing = new(wish, close - (side * _distance), levels.TargetMultiple > 0 ? close + (side * levels.TargetMultiple * _distance) : double.NaN);
    }

    private void Hold(double close, in Holding holding)
    {
        var filled = holding.Quantity * _standing.Weight > 0;
        // Flat after the bar of the entry: a level has closed it, or the order came to nothing.
        _left = !filled || (levels.MostBars > 0 && holding.Bars >= levels.MostBars);
        if (!levels.Trails || _left) return;

        var side = Math.Sign(_standing.Weight);
        if (side * (close - _best) <= 0) return;
        _best = close;
        _standing = _standing with { Stop = close - (side * _distance) };
    }
}
