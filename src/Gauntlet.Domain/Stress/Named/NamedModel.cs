using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Named;

/// <summary>Many paths under one named shock: the economy is the same in all of them, the bars are not.</summary>
public sealed class NamedModel : IScenarioModel
{
    private readonly NamedScenario _scenario;
    private readonly MarketRegime _shape;

    /// <param name="scenario">The scenario.</param>
    public NamedModel(NamedScenario scenario)
    {
        _scenario = scenario;
        var regime = MarketRegime.Of(scenario.Regime);
        var economy = StressEconomy.Textbook;
        var solved = economy.Model.Solve(scenario.Shock, economy.Closure);
        var shift = StressEconomy.Mapping.Of(solved, economy.BaseYear, regime.RiskPremium);
        var premium = scenario.EquityReturn is { } wanted ? StressEconomy.Mapping.PremiumFor(shift, Math.Log(1 + wanted)) : regime.RiskPremium;
        _shape = regime with { RiskPremium = premium, Volatility = scenario.PeakVolatility ?? regime.Volatility };
        Macro = new(0, scenario.Regime, scenario.Shock, solved, StressEconomy.Mapping.Of(solved, economy.BaseYear, premium), 0);
    }

    /// <inheritdoc/>
    public string Id => _scenario.Id;

    /// <summary>The economy under the shock.</summary>
    public MacroOutcome Macro { get; }

    /// <inheritdoc/>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id) throw new ArgumentException($"The set asks for model {set.Model}, this is {Id}.", nameof(set));
        var regime = set.Counts.RegimeOf(index);
        if (set.Counts.Of(_scenario.Regime) != set.Count) throw new ArgumentException($"All scenarios of {Id} are of regime {_scenario.Regime}, the set has others; count {set.Count} there and none elsewhere.", nameof(set));
        var random = new SeededRandom(set.Seed, (ulong)index);
        return new ScenarioBars(set, set.Market, regime, new(_shape, set.Bars), Macro.Shift.Level, random).Run(index, random);
    }
}
