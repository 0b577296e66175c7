using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Tests.Stress;

public class EquilibriumModelTests
{
    private const int Bars = 250;

    private static readonly EquilibriumModel Model = new();

    [Fact]
    public void Generate_SameRecipe_GivesTheSameBytes()
    {
        var set = Set(seed: 5);
        Model.Generate(set, 3).Bars.ContentHash.ShouldBe(new EquilibriumModel().Generate(set, 3).Bars.ContentHash);
        Model.Generate(set, 3).Bars.ContentHash.ShouldNotBe(Model.Generate(Set(seed: 6), 3).Bars.ContentHash);
    }

    [Fact]
    public void Generate_AnyScenario_EnclosesEveryBar()
    {
        var set = Set(seed: 1);
        for (var index = 0; index < set.Count; index++)
        {
            var bars = Model.Generate(set, index).Bars;
            for (var i = 0; i < bars.Count; i++)
            {
                var bar = bars[i];
                (bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close) && bar.Volume >= 0).ShouldBeTrue($"{index} {bar}");
            }
        }
    }

    // scenarios.md, section 3: medians of the prototype, baseline 13 %, boom 29 %, recession −11 %, stagflation −18 %, crisis −25 %; sd in section 7's band of 0.75 to 1.35.
    [Fact]
    public void Generate_EachRegime_IsAsSevereAsItShouldBe()
    {
        var set = Set(seed: 2);
        var scenarios = Enumerable.Range(0, set.Count).Select(i => Model.Generate(set, i)).ToLookup(one => one.Regime);
        double Return(Regime regime) => Domain.Statistics.Quantile.Median([.. scenarios[regime].Select(one => (one.Bars.Close[^1] / one.Bars.Close[one.Start - 1]) - 1)]);
        Return(Regime.Boom).ShouldBeGreaterThan(Return(Regime.Baseline));
        Return(Regime.Baseline).ShouldBeInRange(0, 0.25);
        Return(Regime.Recession).ShouldBeInRange(-0.3, 0);
        Return(Regime.Stagflation).ShouldBeInRange(-0.4, 0);
        Return(Regime.Crisis).ShouldBeInRange(-0.5, -0.05);
        foreach (var regime in Enum.GetValues<Regime>())
        {
            var shape = Domain.Stress.Macro.MarketRegime.Of(regime);
            var expected = 0.0105 * Enumerable.Range(0, Bars).Average(t => shape.VolatilityAt(t));
            var deviation = Domain.Statistics.Quantile.Median([.. scenarios[regime].Select(Deviation)]);
            (deviation / expected).ShouldBeInRange(0.75, 1.35, $"{regime}");
        }
    }

    // Another economy is another set: its recipe holds the accounts, so it needs no file and hashes apart.
    [Fact]
    public void Generate_OwnEconomy_IsPartOfTheRecipe()
    {
        var set = Set(3);
        var japan = set with { Economy = Domain.Stress.Economy.SocialAccounts.Find("japan") };
        japan.ContentHash().ShouldNotBe(set.ContentHash());
        Model.Generate(japan, 100).Bars.ContentHash.ShouldNotBe(Model.Generate(set, 100).Bars.ContentHash);
        var stored = System.Text.Json.JsonSerializer.Deserialize<ScenarioSet>(System.Text.Json.JsonSerializer.Serialize(japan, Contracts.ContractJson.Options), Contracts.ContractJson.Options)!;
        stored.ContentHash().ShouldBe(japan.ContentHash());
        Model.Generate(stored, 100).Bars.ContentHash.ShouldBe(Model.Generate(japan, 100).Bars.ContentHash);
    }

    [Fact]
    public void Macro_EveryScenario_KeepsTheLawsOfTheEconomy()
    {
        var set = Set(4);
        for (var index = 0; index < set.Count; index++)
        {
            var macro = Model.Macro(set, index);
            macro.Equilibrium.Checks.Residual.ShouldBeLessThan(1e-11);
            Math.Abs(macro.Equilibrium.Checks.Walras).ShouldBeLessThan(1e-10);
            macro.Distance.ShouldBeLessThan(6);
        }
    }

    [Fact]
    public void Generate_OtherModelsSet_IsRefused() => Should.Throw<ArgumentException>(() => Model.Generate(Set(1) with { Model = "regimes@1" }, 0));

    [Fact]
    public void Find_ItsId_IsIt() => ScenarioModels.Find("equilibrium@1").ShouldBeOfType<EquilibriumModel>();

    private static double Deviation(Scenario scenario) =>
        Domain.Statistics.Moments.Of([.. Enumerable.Range(scenario.Start, Bars).Select(i => Math.Log(scenario.Bars.Close[i] / scenario.Bars.Close[i - 1]))]).StandardDeviation;

    private static ScenarioSet Set(ulong seed) => new()
    {
        Model = "equilibrium@1",
        Seed = seed,
        Counts = new() { Baseline = 30, Boom = 20, Recession = 30, Stagflation = 30, Crisis = 30 },
        Bars = Bars,
        WarmUpBars = 50,
        Market = StressMarkets.Index,
    };
}
