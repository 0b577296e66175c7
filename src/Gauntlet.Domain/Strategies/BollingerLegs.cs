using Gauntlet.Domain.Indicators;

namespace Gauntlet.Domain.Strategies;

/// <summary>What both rules on Bollinger's bands share: the bands, the weights of the two sides, and the parameters of all of it.</summary>
internal struct BollingerLegs(ParameterValues values)
{
    /// <summary>Weight of a long position.</summary>
    public readonly double Long = Position.LongWeight(values);

    /// <summary>Weight of a short position; 0 where shorts are not taken.</summary>
    public readonly double Short = Position.ShortWeight(values);

    /// <summary>The bands.</summary>
    public BollingerBands Bands = new(values.Integer("length"), values.Number("width"));

    /// <summary>Their parameters.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new IntParameter("length", "bars in mean and deviation", Low: 5, High: 200, Default: 20, Log: true),
        new FloatParameter("width", "deviations from the mean to a band", Low: 0.5, High: 4, Default: 2, Step: 0.1),
        Position.DirectionParameter,
        Position.SizeParameter,
    ];
}
