using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>Any strategy, with a position that shrinks where the market is wilder than a target and grows, up to the whole weight, where it is calmer.</summary>
/// <remarks>
/// Moreira and Muir (2017). The weight is that of the strategy times target / volatility, at most 1. It is changed when the strategy changes
/// its own, or when it is off by more than a tenth, so that small changes of volatility do not cost fees.
/// </remarks>
/// <param name="inner">The strategy whose direction is taken.</param>
/// <param name="target">Annual volatility aimed at, as a fraction.</param>
/// <param name="length">Bars in the measured volatility.</param>
internal struct VolatilityTargeted<TStrategy>(TStrategy inner, double target, int length) : IStrategy
    where TStrategy : struct, IStrategy
{
    private const double Band = 0.1;

    private TStrategy _inner = inner;
    private AnnualVolatility _volatility = new(length);
    private double _wish, _weight;

    public readonly int WarmUp => Math.Max(_inner.WarmUp, _volatility.WarmUp);

    public double OnBar(in Bar bar)
    {
        var wish = _inner.OnBar(bar);
        _volatility.Update(bar);
        if (!_volatility.IsReady) return 0;

        var volatility = _volatility.Value;
        var weight = wish * (volatility > target ? target / volatility : 1);
        if (wish != _wish || Math.Abs(weight - _weight) > Band * Math.Abs(_weight)) _weight = weight;
        _wish = wish;
        return _weight;
    }
}
