using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Gates.Scenarios;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Tests.Stress;

public class RegimeModelTests
{
    private static readonly GatePolicy Policy = GatePolicies.Parse("test", """{ "extends": "rigorous@1", "name": "test", "version": 1, "gate2": { "scenarioModel": "regimes@1" } }""");
    private static readonly RegimeModel Model = new();
    private static readonly ScenarioSet Set = Create(SyntheticKind.Trend, 1);
    private static readonly IReadOnlyList<Scenario> All = [.. Enumerable.Range(0, Set.Count).Select(i => Model.Generate(Set, i))];

    [Fact]
    public void Generate_SameRecipe_GivesTheSameBytes() =>
        Model.Generate(Create(SyntheticKind.Trend, 1), 42).Bars.ContentHash.ShouldBe(All[42].Bars.ContentHash);

    [Fact]
    public void Generate_AnyOrder_GivesTheSameBytes() =>
        Enumerable.Range(0, 20).Reverse().Select(i => Model.Generate(Set, i).Bars.ContentHash).Reverse().ShouldBe(All.Take(20).Select(s => s.Bars.ContentHash));

    [Fact]
    public void Generate_OtherSeed_GivesOtherBytes() => Model.Generate(Set with { Seed = 2 }, 42).Bars.ContentHash.ShouldNotBe(All[42].Bars.ContentHash);

    [Fact]
    public void Generate_TwoScenarios_DifferFromEachOther() => All.Select(s => s.Bars.ContentHash).Distinct().Count().ShouldBe(200);

    [Fact]
    public void Generate_WholeSet_HasExactlyTheCounts() =>
        All.CountBy(s => s.Regime).OrderBy(pair => pair.Key).Select(pair => pair.Value).ShouldBe([60, 30, 50, 30, 30]);

    [Fact]
    public void Generate_AnyBatchOfTwenty_HoldsALikeMix()
    {
        foreach (var batch in All.Chunk(20)) batch.Count(s => s.Regime == Regime.Crisis).ShouldBe(3);
    }

    [Fact]
    public void Generate_EveryBar_IsPossible()
    {
        foreach (var bars in All.Select(s => s.Bars))
        {
            for (var i = 0; i < bars.Count; i++)
            {
                var bar = bars[i];
                (bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close) && double.IsFinite(bar.High) && bar.Volume >= 0).ShouldBeTrue($"{bars.Symbol} bar {i}: {bar}");
            }
        }
    }

    // Regime severity against the calibrated volatility: median deviation within −25 and +60 % of the shape (jumps come on top).
    [Theory]
    [InlineData(Regime.Baseline, 1)]
    [InlineData(Regime.Boom, 0.8)]
    [InlineData(Regime.Recession, 1.36)]
    [InlineData(Regime.Stagflation, 1.35)]
    [InlineData(Regime.Crisis, 1.93)]
    public void Generate_Regime_HasItsVolatility(Regime regime, double multiple)
    {
        var deviations = All.Where(s => s.Regime == regime).Select(s => Moments.Of(Returns(s)).StandardDeviation / Set.Market.Volatility).ToArray();
        Quantile.Median(deviations).ShouldBeInRange(0.75 * multiple, 1.6 * multiple);
    }

    [Fact]
    public void Generate_Returns_ClusterAndHaveFatTails()
    {
        var kurtosis = All.Where(s => s.Regime == Regime.Baseline).Select(s => Moments.Of(Returns(s)).Kurtosis).ToArray();
        Quantile.Median(kurtosis).ShouldBeGreaterThan(3.5);
        var clustering = All.Where(s => s.Regime == Regime.Baseline).Select(s => Autocorrelation([.. Returns(s).Select(Math.Abs)])).ToArray();
        Quantile.Median(clustering).ShouldBeGreaterThan(0.03);
    }

    [Fact]
    public void Generate_Crisis_IsTheWorstForHolders()
    {
        static double Median(Regime regime) => Quantile.Median(All.Where(s => s.Regime == regime).Select(s => s.Bars.Close[^1] / s.Bars.Close[s.Start]).ToArray());
        Median(Regime.Crisis).ShouldBeLessThan(Median(Regime.Baseline));
        Median(Regime.Crisis).ShouldBeLessThan(1);
        All.Where(s => s.Regime == Regime.Crisis).Min(s => s.LiquidityFactor).ShouldBeGreaterThan(All.Where(s => s.Regime == Regime.Baseline).Max(s => s.LiquidityFactor));
    }

    [Fact]
    public void Generate_OtherModel_IsRefused() => Should.Throw<ArgumentException>(() => Model.Generate(Set with { Model = "cge@1" }, 0)).Message.ShouldContain("cge@1");

    [Fact]
    public void Generate_IndexBeyondTheSet_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Model.Generate(Set, 200));

    [Fact]
    public void Hash_AnyPartOfTheRecipe_ChangesIt()
    {
        ScenarioSet[] sets =
        [
            Set, Set with { Seed = 2 }, Set with { Model = "cge@1" }, Set with { Simulator = "next-open@2" }, Set with { Bars = 2501 },
            Set with { WarmUpBars = 499 }, Set with { Counts = Set.Counts with { Crisis = 29 } }, Set with { Market = Set.Market with { Volatility = 0.01 } },
        ];
        sets.Select(set => set.ContentHash()).Distinct().Count().ShouldBe(sets.Length);
        Create(SyntheticKind.Trend, 1).ContentHash().ShouldBe(Set.ContentHash());
    }

    [Fact]
    public void Plan_DailyBars_LastAYearAtMost() =>
        StressPlan.Of(Policy, SyntheticMarket.Create(SyntheticKind.Trend, 1, 2000, TimeSpan.FromDays(1)).Series, 1).Bars.ShouldBe(365);

    private static ScenarioSet Create(SyntheticKind kind, ulong seed) =>
        StressPlan.Of(Policy, SyntheticMarket.Create(kind, seed, 18_000).Series, seed);

    private static double[] Returns(Scenario scenario)
    {
        var close = scenario.Bars.Close;
        var returns = new double[close.Length - scenario.Start - 1];
        for (var i = 0; i < returns.Length; i++) returns[i] = Math.Log(close[scenario.Start + i + 1] / close[scenario.Start + i]);
        return returns;
    }

    private static double Autocorrelation(double[] values)
    {
        var mean = values.Average();
        return values.Skip(1).Zip(values, (now, before) => (now - mean) * (before - mean)).Sum() / values.Sum(value => (value - mean) * (value - mean));
    }
}
