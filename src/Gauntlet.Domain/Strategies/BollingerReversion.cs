using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Mean reversion: long below the lower band, short above the upper one; out when the close is back at the middle.</summary>
public struct BollingerReversion : IStrategy
{
    private readonly double _long, _short;
    private BollingerBands _bands;
    private double _target;

    private BollingerReversion(ParameterValues values)
    {
        _bands = new(values.Integer("length"), values.Number("width"));
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<BollingerReversion>(
        "bollinger-reversion",
        "Bets on reversion: long below the lower Bollinger band, short above the upper one, out at the middle.",
        values => new(values),
        BollingerParameters.All);

    /// <inheritdoc/>
    public readonly int WarmUp => _bands.WarmUp;

    /// <inheritdoc/>
    public double OnBar(in Bar bar)
    {
        _bands.Update(bar.Close);
        if (!_bands.IsReady) return 0;

        var bands = _bands.Value;
        if (bar.Close < bands.Lower) _target = _long;
        else if (bar.Close > bands.Upper) _target = _short;
        else if ((_target > 0 && bar.Close >= bands.Middle) || (_target < 0 && bar.Close <= bands.Middle)) _target = 0;
        return _target;
    }
}
