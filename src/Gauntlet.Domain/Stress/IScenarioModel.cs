using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Stress;

/// <summary>Makes the bars of scenarios. An economic model behind it may be as deep as it likes, as long as the recipe decides everything.</summary>
public interface IScenarioModel
{
    /// <summary>Model and version as sets name it; another version is another set.</summary>
    string Id { get; }

    /// <summary>Makes one scenario, independently of all others.</summary>
    /// <param name="set">The set; its model is this one.</param>
    /// <param name="index">0 … count − 1.</param>
    /// <exception cref="ArgumentException">The set asks for another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The set has no such scenario.</exception>
    Scenario Generate(ScenarioSet set, int index);
}

/// <summary>A scenario ready to be traded.</summary>
/// <param name="Index">Index in the set.</param>
/// <param name="Regime">Regime that it comes from.</param>
/// <param name="Bars">Warm-up and measured bars.</param>
/// <param name="Start">First measured bar.</param>
/// <param name="LiquidityFactor">By how much spread and slippage are wider than usual.</param>
public sealed record Scenario(int Index, Regime Regime, BarSeries Bars, int Start, double LiquidityFactor)
{
    /// <summary>Usual costs as they are in this scenario; fees stay.</summary>
    public Costs Widen(Costs usual) => usual with
    {
        HalfSpreadFraction = usual.HalfSpreadFraction * LiquidityFactor,
        SlippageFraction = usual.SlippageFraction * LiquidityFactor,
    };
}
