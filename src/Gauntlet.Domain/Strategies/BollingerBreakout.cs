using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Breakout: long above the upper band, short below the lower one; out when the close is back beyond the middle.</summary>
/// <remarks>A close beyond the opposite band turns the position where shorts are taken, and closes it where they are not.</remarks>
public struct BollingerBreakout : IStrategy
{
    private BollingerLegs _legs;
    private double _target;

    private BollingerBreakout(ParameterValues values) => _legs = new(values);

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<BollingerBreakout>(
        "bollinger-breakout",
        "Follows breakouts: long above the upper Bollinger band, short below the lower one, out beyond the middle.",
        values => new(values),
        BollingerLegs.Parameters);

    /// <inheritdoc/>
    public readonly int WarmUp => _legs.Bands.WarmUp;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        _legs.Bands.Update(bar.Close);
        if (!_legs.Bands.IsReady) return 0;

        var bands = _legs.Bands.Value;
        if (bar.Close > bands.Upper) _target = _legs.Long;
        else if (bar.Close < bands.Lower) _target = _legs.Short;
        else if ((_target > 0 && bar.Close < bands.Middle) || (_target < 0 && bar.Close > bands.Middle)) _target = 0;
        return _target;
    }
}
