namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>How a position is protected, whatever the rule that opened it.</summary>
/// <param name="StopKind"><c>atr</c>, <c>fraction</c> or <c>none</c>.</param>
/// <param name="StopDistance">Distance of the stop: in average true ranges, or as a fraction of the price.</param>
/// <param name="Trails">Whether the stop follows the best close since the entry.</param>
/// <param name="TargetMultiple">Distance of the target, in distances of the stop; 0 for none.</param>
/// <param name="MostBars">Closes after which the position is left; 0 for never.</param>
/// <param name="RangeLength">Bars in the average true range.</param>
internal readonly record struct ExitLevels(string StopKind, double StopDistance, bool Trails, double TargetMultiple, int MostBars, int RangeLength)
{
    public const string Atr = "atr", Fraction = "fraction", None = "none";
    private const string Fixed = "fixed", Trailing = "trailing";

    private static readonly ParameterCondition WithAtr = new("stop-kind", [Atr]);
    private static readonly ParameterCondition WithFraction = new("stop-kind", [Fraction]);
    private static readonly ParameterCondition WithStop = new("stop-kind", [Atr, Fraction]);

    /// <summary>The parameters that say so.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new CategoricalParameter("stop-kind", "how the distance of the stop is measured: in average true ranges, as a fraction of the price, or no stop", [Atr, Fraction, None]),
        new FloatParameter("stop-atr", "distance of the stop, in average true ranges", Low: 0.5, High: 8, Default: 3, Step: 0.25) { When = [WithAtr] },
        new IntParameter("stop-atr-length", "bars in the average true range", Low: 2, High: 50, Default: 14, Log: true) { When = [WithAtr] },
        new FloatParameter("stop-fraction", "distance of the stop, as a fraction of the price", Low: 0.005, High: 0.3, Default: 0.05, Log: true) { When = [WithFraction] },
        new CategoricalParameter("stop-moves", "whether the stop stays or follows the best close", [Fixed, Trailing]) { When = [WithStop] },
        new FloatParameter("target-multiple", "distance of the target, in distances of the stop; 0 for none", Low: 0, High: 10, Default: 0, Step: 0.5) { When = [WithStop] },
        new IntParameter("most-bars", "closes after which a position is left; 0 for never", Low: 0, High: 500, Default: 0),
    ];

    public static ExitLevels Of(ParameterValues values)
    {
        var kind = values.Choice("stop-kind");
        var distance = kind switch { Atr => values.Number("stop-atr"), Fraction => values.Number("stop-fraction"), _ => double.NaN };
        return new(kind, distance, values.Choice("stop-moves") == Trailing, values.Number("target-multiple"), values.Integer("most-bars"), values.Integer("stop-atr-length"));
    }
}
