using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>Any strategy, sized by a part of Kelly's fraction of its own recent returns, with a cap.</summary>
/// <remarks>
/// Kelly (1956) in its continuous form (Thorp 2006): mean over variance of the returns a bar that the strategy's own weights would have
/// earned before costs. Until the window is full the smallest size is held; where the rule has been losing, nothing is held. The size
/// changes only when the strategy changes its own weight.
/// </remarks>
/// <param name="inner">The strategy whose direction is taken.</param>
/// <param name="fraction">Part of Kelly's fraction, in (0, 1].</param>
/// <param name="cap">Largest size, in (0, 1].</param>
/// <param name="length">Bars with a position that the estimate looks back on.</param>
internal struct KellySized<TStrategy>(TStrategy inner, double fraction, double cap, int length) : IStrategy
    where TStrategy : struct, IStrategy
{
    private const double Smallest = 0.1;

    private TStrategy _inner = inner;
    private RollingMoments _returns = new(length);
    private double _close, _wish, _weight;

    public readonly int WarmUp => _inner.WarmUp;

    public double OnBar(in Bar bar)
    {
        if (_wish != 0) _returns.Push(_wish * ((bar.Close / _close) - 1));
        _close = bar.Close;
        var wish = _inner.OnBar(bar);
        if (wish != _wish) _weight = wish * Size();
        _wish = wish;
        return _weight;
    }

    private readonly double Size()
    {
        if (!_returns.IsFull) return Math.Min(Smallest, cap);
        var variance = _returns.SampleVariance;
        return variance > 0 ? Math.Clamp(fraction * _returns.Mean / variance, 0, cap) : 0;
    }
}
