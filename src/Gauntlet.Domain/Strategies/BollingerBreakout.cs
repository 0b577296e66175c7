using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Strategies;

/// <summary>Breakout: long above the upper band, short below the lower one; out when the close is back beyond the middle.</summary>
/// <remarks>A close beyond the opposite band turns the position where shorts are taken, and closes it where they are not.</remarks>
public struct BollingerBreakout : IStrategy
{
    private readonly double _long, _short;
    private BollingerBands _bands;
    private double _target;

    private BollingerBreakout(ParameterValues values)
    {
        _bands = new(values.Integer("length"), values.Number("width"));
        _long = Position.LongWeight(values);
        _short = Position.ShortWeight(values);
    }

    /// <summary>Its entry in the catalogue.</summary>
    public static StrategyDefinition Definition { get; } = new StrategyDefinition<BollingerBreakout>(
        "bollinger-breakout",
        "Follows breakouts: long above the upper Bollinger band, short below the lower one, out beyond the middle.",
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
        if (bar.Close > bands.Upper) _target = _long;
        else if (bar.Close < bands.Lower) _target = _short;
        else if ((_target > 0 && bar.Close < bands.Middle) || (_target < 0 && bar.Close > bands.Middle)) _target = 0;
        return _target;
    }
}

/// <summary>The parameters that both rules on Bollinger's bands share.</summary>
internal static class BollingerParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new IntParameter("length", "bars in mean and deviation", Low: 5, High: 200, Default: 20, Log: true),
        new FloatParameter("width", "deviations from the mean to a band", Low: 0.5, High: 4, Default: 2, Step: 0.1),
        Position.DirectionParameter,
        Position.SizeParameter,
    ];
}
