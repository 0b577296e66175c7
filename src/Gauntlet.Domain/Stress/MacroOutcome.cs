using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress;

/// <summary>The macro side of a scenario.</summary>
/// <param name="Index">Index in the set.</param>
/// <param name="Regime">Regime that it comes from.</param>
/// <param name="Shock">The shock that was drawn.</param>
/// <param name="Equilibrium">The economy under it.</param>
/// <param name="Shift">What it does to an index' level.</param>
/// <param name="Distance">How far the shock lies from its regime's mean, in standard deviations of all its parts together.</param>
public sealed record MacroOutcome(int Index, Regime Regime, EconomicShock Shock, Equilibrium Equilibrium, AssetShift Shift, double Distance)
{
    /// <summary>The shock in words, by its kinds.</summary>
    public string Text => ShockText.Of(Shock);
}
