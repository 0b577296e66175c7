namespace Gauntlet.Domain.Strategies.Decorators;

/// <summary>What can be put around any strategy that says how much it wants to hold: <c>NAME+volatility-target</c>, <c>NAME+kelly</c>, <c>NAME+exits</c>.</summary>
internal static class Decoration
{
    public const char Joint = '+';
    public const string VolatilityTarget = "volatility-target", Kelly = "kelly", Exits = "exits";

    /// <summary>Names of the decorations, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [Exits, Kelly, VolatilityTarget];

    private static IReadOnlyList<Parameter> VolatilityParameters { get; } =
    [
        new FloatParameter("target-volatility", "annual volatility aimed at, as a fraction", Low: 0.02, High: 1, Default: 0.15, Log: true),
        new IntParameter("volatility-length", "bars in the measured volatility", Low: 5, High: 500, Default: 60, Log: true),
    ];

    private static IReadOnlyList<Parameter> KellyParameters { get; } =
    [
        new FloatParameter("kelly-part", "part of Kelly's fraction that is taken", Low: 0.05, High: 1, Default: 0.25, Step: 0.05),
        new FloatParameter("kelly-cap", "largest position as a fraction of the weight", Low: 0.05, High: 1, Default: 1, Step: 0.05),
        new IntParameter("kelly-length", "bars with a position that the estimate looks back on", Low: 20, High: 2000, Default: 250, Log: true),
    ];

    /// <summary>The decorated definition; null where there is no such decoration.</summary>
    public static StrategyDefinition? Of<TStrategy>(StrategyDefinition<TStrategy> inner, string decoration)
        where TStrategy : struct, IStrategy
    {
        var name = $"{inner.Name}{Joint}{decoration}";
        ParameterConstraint[] rules = [.. inner.Parameters.Constraints];
        return decoration switch
        {
            VolatilityTarget => new StrategyDefinition<VolatilityTargeted<TStrategy>>(
                name,
                $"{inner.Description} Smaller where the market is wilder than a target.",
                values => new(inner.Make(values), values.Number("target-volatility"), values.Integer("volatility-length")),
                [.. inner.Parameters.Parameters, .. VolatilityParameters],
                rules),
            Kelly => new StrategyDefinition<KellySized<TStrategy>>(
                name,
                $"{inner.Description} Sized by a part of Kelly's fraction of its own recent returns.",
                values => new(inner.Make(values), values.Number("kelly-part"), values.Number("kelly-cap"), values.Integer("kelly-length")),
                [.. inner.Parameters.Parameters, .. KellyParameters],
                rules),
            Exits => new ExitStrategyDefinition<Protected<TStrategy>>(
                name,
                $"{inner.Description} Protected by a stop, a target and a longest time.",
                values => new(inner.Make(values), ExitLevels.Of(values)),
                [.. inner.Parameters.Parameters, .. ExitLevels.Parameters],
                rules),
            _ => null,
        };
    }
}
