using System.Runtime.CompilerServices;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;
using Gauntlet.Domain.Stress.Panels;

namespace Gauntlet.Domain.Stress;

/// <summary>Scenarios by layers: a shock drawn for the regime, the equilibrium of an economy under it, the shift of the market's level, and bars on the way there.</summary>
/// <remarks>The economy is that of the set, and the textbook's under the short-run closure where the set names none.</remarks>
public sealed class EquilibriumModel : IScenarioModel
{
    /// <summary>Id of the model.</summary>
    public const string Name = "equilibrium@1";

    private const ulong HomeStream = 0x484F4D45UL;

    // Calibrating an economy costs more than a scenario; a set lives as long as its scenarios are made.
    private readonly ConditionalWeakTable<ScenarioSet, StressEconomy> _economies = [];

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    /// <exception cref="NoEquilibriumException">The drawn shock has no equilibrium; the scenario is never left out.</exception>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id) throw new ArgumentException($"The set asks for model {set.Model}, this is {Id}.", nameof(set));
        var random = new SeededRandom(set.Seed, (ulong)index);
        var macro = Draw(set, index, random);
        return new ScenarioBars(set, set.Market, macro.Regime, new(MarketRegime.Of(macro.Regime), set.Bars), macro.Shift.Level, random).Run(index, random);
    }

    /// <summary>Makes one scenario for all markets of the set's panel, in its order; their bars move together.</summary>
    /// <param name="set">The set, with a panel.</param>
    /// <param name="index">0 … count − 1.</param>
    /// <exception cref="ArgumentException">The set has no panel, or asks for another model.</exception>
    /// <exception cref="NoEquilibriumException">The drawn shock has no equilibrium.</exception>
    public IReadOnlyList<Scenario> GeneratePanel(ScenarioSet set, int index)
    {
        if (set.Model != Id || set.Panel is not { Count: > 0 } panel) throw new ArgumentException($"The set asks for model {set.Model} and has {set.Panel?.Count ?? 0} markets in its panel; give {Id} and at least one.", nameof(set));
        return PanelBars.Generate(set, panel, Macro(set, index), EconomyOf(set));
    }

    /// <summary>The macro side of a scenario: its shock and the equilibrium under it.</summary>
    /// <param name="set">The set.</param>
    /// <param name="index">0 … count − 1.</param>
    /// <exception cref="NoEquilibriumException">The drawn shock has no equilibrium.</exception>
    public MacroOutcome Macro(ScenarioSet set, int index) => Draw(set, index, new(set.Seed, (ulong)index));

    internal StressEconomy EconomyOf(ScenarioSet set) => set is { Economy: null, Closure: null }
        ? StressEconomy.Textbook
        : _economies.GetValue(set, own => new(own.Economy ?? SocialAccounts.Find("textbook"), own.Closure ?? Closure.ShortRun));

    internal MacroOutcome Draw(ScenarioSet set, int index, SeededRandom random)
    {
        var regime = set.Counts.RegimeOf(index);
        var economy = EconomyOf(set);
        var macro = MacroRegime.Of(regime);
        // Demand and policy have a stream of their own: the noise of the bars does not hang on how many parts a shock has.
        var shock = macro.Draw(economy.Model.Goods.Count, random, new(set.Seed ^ HomeStream, (ulong)index), economy.Model.Factors.Count);
        var solved = economy.Model.Solve(shock, economy.Closure);
        var shift = StressEconomy.Mapping.Of(solved, economy.BaseYear, MarketRegime.Of(regime).RiskPremium);
        return new(index, regime, shock, solved, shift, macro.DistanceOf(shock));
    }
}
