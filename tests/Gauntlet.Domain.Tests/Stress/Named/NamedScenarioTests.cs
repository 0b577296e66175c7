using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Named;

namespace Gauntlet.Domain.Tests.Stress.Named;

public class NamedScenarioTests
{
    // scenarios.md, section 8: output −7.8 %, −7.8 %, −6.3 %; equities −50 %, −58 %; premiums 0.0296 and 0.0446.
    [Theory]
    [InlineData("fed-2025", -0.078, -0.5)]
    [InlineData("fed-2026", -0.078, -0.58)]
    public void Macro_SupervisorsPath_MeetsOutputAndEquities(string name, double output, double equities)
    {
        var macro = Model(name).Macro;
        ((macro.Equilibrium.RealOutput / 102) - 1).ShouldBe(output, 5e-6);
        (Math.Exp(macro.Shift.Level) - 1).ShouldBe(equities, 1e-12);
    }

    [Fact]
    public void Macro_EuropeanAdverse_MeetsOutput() => ((Model("eba-2025").Macro.Equilibrium.RealOutput / 102) - 1).ShouldBe(-0.063, 5e-6);

    [Fact]
    public void Generate_EveryNamedScenario_IsWorseThanBaseline()
    {
        foreach (var scenario in NamedScenario.All)
        {
            var model = ScenarioModels.Find(scenario.Id);
            var set = StressMarkets.Set(scenario.Id, Only(scenario.Regime, 30));
            var returns = Enumerable.Range(0, set.Count).Select(i => model.Generate(set, i)).Select(one => Math.Log(one.Bars.Close[^1] / one.Bars.Close[one.Start - 1])).ToArray();
            Domain.Statistics.Quantile.Median(returns).ShouldBeLessThan(0, scenario.Name);
        }
    }

    [Fact]
    public void Generate_CountsElsewhere_AreRefused() =>
        Should.Throw<ArgumentException>(() => Model("fed-2025").Generate(StressMarkets.Set("fed-2025@1", Only(Regime.Boom, 5)), 0)).Message.ShouldContain("Crisis");

    private static NamedModel Model(string name) => new(NamedScenario.All.First(scenario => scenario.Name == name));

    private static RegimeCounts Only(Regime regime, int count) => new()
    {
        Baseline = regime == Regime.Baseline ? count : 0,
        Boom = regime == Regime.Boom ? count : 0,
        Recession = regime == Regime.Recession ? count : 0,
        Stagflation = regime == Regime.Stagflation ? count : 0,
        Crisis = regime == Regime.Crisis ? count : 0,
    };
}
