using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Mean reversion: long below the lower band, short above the upper one; out when the close is back at the middle.</summary>
public struct BollingerReversion : IStrategy
{
    private BollingerLegs _legs;
    private double _target;

    private BollingerReversion(ParameterValues values) => _legs = new(values);

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<BollingerReversion>(
        "bollinger-reversion",
        "Bets on reversion: long below the lower Bollinger band, short above the upper one, out at the middle.",
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
        if (bar.Close < bands.Lower) _target = _legs.Long;
        else if (bar.Close > bands.Upper) _target = _legs.Short;
        else if ((_target > 0 && bar.Close >= bands.Middle) || (_target < 0 && bar.Close <= bands.Middle)) _target = 0;
        return _target;
    }
}
