using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.History;

namespace Gauntlet.Domain.Tests.Stress.History;

public class HistoryModelTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Create(SyntheticKind.Noise, 3, 3000).Series;
    private static readonly RegimeCounts Counts = new() { Baseline = 6, Boom = 3, Recession = 5, Stagflation = 3, Crisis = 3 };

    public static TheoryData<string> Models => [ReplayModel.Name, BlockBootstrapModel.Name];

    [Theory]
    [MemberData(nameof(Models))]
    public void Generate_SameRecipe_GivesTheSameBytesInAnyOrder(string id)
    {
        var set = Set(id);
        var forward = Enumerable.Range(0, set.Count).Select(i => ScenarioModels.Find(id, Bars).Generate(set, i).Bars.ContentHash).ToList();
        var model = ScenarioModels.Find(id, Bars);
        Enumerable.Range(0, set.Count).Reverse().Select(i => model.Generate(set, i).Bars.ContentHash).Reverse().ShouldBe(forward);
        forward.Distinct().Count().ShouldBe(set.Count);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Generate_Regimes_AreOrderedAsHistoryIs(string id)
    {
        var set = Set(id) with { Counts = new() { Baseline = 30, Boom = 30, Recession = 30, Stagflation = 30, Crisis = 30 } };
        var model = ScenarioModels.Find(id, Bars);
        var means = Enumerable.Range(0, set.Count).Select(i => model.Generate(set, i)).GroupBy(one => one.Regime)
            .ToDictionary(group => group.Key, group => group.Average(one => Math.Log(one.Bars.Close[^1] / one.Bars.Close[one.Start - 1])));
        means[Regime.Crisis].ShouldBeLessThan(means[Regime.Recession]);
        means[Regime.Recession].ShouldBeLessThan(means[Regime.Baseline]);
        means[Regime.Baseline].ShouldBeLessThan(means[Regime.Boom]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Generate_AnyScenario_BeginsAtTheMarketsPriceAndEnclosesItsBars(string id)
    {
        var set = Set(id);
        var model = ScenarioModels.Find(id, Bars);
        for (var index = 0; index < set.Count; index++)
        {
            var bars = model.Generate(set, index).Bars;
            bars.Count.ShouldBe(set.WarmUpBars + set.Bars);
            Math.Abs(Math.Log(bars.Open[0] / set.Market.Price)).ShouldBeLessThan(0.05);
            for (var i = 0; i < bars.Count; i++) (bars.Low[i] <= Math.Min(bars.Open[i], bars.Close[i]) * (1 + 1e-12) && bars.High[i] >= Math.Max(bars.Open[i], bars.Close[i]) * (1 - 1e-12)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Generate_OtherBars_AreRefused() =>
        Should.Throw<ArgumentException>(() => new ReplayModel(SyntheticMarket.Create(SyntheticKind.Noise, 4, 3000).Series).Generate(Set(ReplayModel.Name), 0)).Message.ShouldContain("training window");

    [Fact]
    public void Generate_ShortHistory_SaysWhatToDo()
    {
        var bars = Bars.Slice(0, 300);
        Should.Throw<InvalidInputException>(() => new ReplayModel(bars).Generate(Set(ReplayModel.Name) with { Market = MarketCalibration.Of(bars) }, 0)).Message.ShouldContain("longer training window");
    }

    [Fact]
    public void Find_WithoutBars_SaysWhatToDo() => Should.Throw<InvalidInputException>(() => ScenarioModels.Find(ReplayModel.Name)).Message.ShouldContain("training window");

    private static ScenarioSet Set(string id) => StressMarkets.Set(id, Counts, market: MarketCalibration.Of(Bars));
}
