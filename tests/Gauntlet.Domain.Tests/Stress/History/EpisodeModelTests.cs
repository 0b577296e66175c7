using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.History;

namespace Gauntlet.Domain.Tests.Stress.History;

public class EpisodeModelTests
{
    private static readonly RegimeCounts Crises = new() { Baseline = 0, Boom = 0, Recession = 0, Stagflation = 0, Crisis = 20 };
    private static readonly Lazy<BarSeries> Spy = new(StressMarkets.Spy);

    // scenarios.md, section 6: the index fell by 47 % in 130 bars to 9 March 2009, and by 34 % in 24 bars to 23 March 2020.
    [SkippableTheory]
    [InlineData("replay-2008@1", 130, -0.47)]
    [InlineData("replay-2020@1", 24, -0.34)]
    public void Cut_OfTheIndex_IsTheFallThatHappened(string id, int bars, double fall)
    {
        var episode = Episode.Cut(EpisodeDates.Find(id)!, Spy.Value);
        episode.Bars.Count.ShouldBe(bars);
        var history = Spy.Value;
        var unit = Domain.Statistics.Moments.Of([.. Enumerable.Range(1, history.Count - 1)
            .Where(i => DateOnly.FromDateTime(history.Times[i]) < EpisodeDates.Find(id)!.From || DateOnly.FromDateTime(history.Times[i]) > EpisodeDates.Find(id)!.To)
            .Select(i => Math.Log(history.Close[i] / history.Close[i - 1]))]).StandardDeviation;
        (Math.Exp(unit * episode.Bars.Sum(bar => bar.Close)) - 1).ShouldBe(fall, 0.02);
    }

    [SkippableFact]
    public void Generate_AnotherMarket_TakesTheFallInItsOwnDeviations()
    {
        var set = Set();
        var model = ScenarioModels.Find(set.Model);
        var drop = set.Market.Volatility * set.Episode!.Bars.Sum(bar => bar.Close);
        for (var index = 0; index < set.Count; index++)
        {
            var scenario = model.Generate(set, index);
            var bars = scenario.Bars;
            scenario.Regime.ShouldBe(Regime.Crisis);
            bars.Count.ShouldBe(set.WarmUpBars + set.Bars);
            for (var i = 0; i < bars.Count; i++) (bars[i].Low > 0 && bars[i].Low <= Math.Min(bars[i].Open, bars[i].Close) && bars[i].High >= Math.Max(bars[i].Open, bars[i].Close)).ShouldBeTrue($"{index} {i}");
            var worst = Enumerable.Range(scenario.Start, set.Bars - 23).Min(i => Math.Log(bars.Close[i + 23] / bars.Close[i - 1]));
            worst.ShouldBeLessThanOrEqualTo(drop + 1e-9);
            model.Generate(set, index).Bars.ContentHash.ShouldBe(bars.ContentHash);
        }

        var stored = System.Text.Json.JsonSerializer.Deserialize<ScenarioSet>(System.Text.Json.JsonSerializer.Serialize(set, Contracts.ContractJson.Options), Contracts.ContractJson.Options)!;
        stored.ContentHash().ShouldBe(set.ContentHash());
        model.Generate(stored, 3).Bars.ContentHash.ShouldBe(model.Generate(set, 3).Bars.ContentHash);
    }

    [Fact]
    public void Cut_FileWithoutTheDates_SaysWhatToDo() =>
        Should.Throw<InvalidInputException>(() => Episode.Cut(EpisodeDates.All[0], SyntheticMarket.Create(SyntheticKind.Noise, 1, 500, TimeSpan.FromDays(1)).Series)).Message.ShouldContain("Give a file that holds them");

    [SkippableFact]
    public void Generate_ScenariosShorterThanTheEpisode_SayWhatToDo() =>
        Should.Throw<InvalidInputException>(() => ScenarioModels.Find("replay-2020@1").Generate(Set() with { Bars = 20 }, 0)).Message.ShouldContain("give at least 24");

    private static ScenarioSet Set() => StressMarkets.Set("replay-2020@1", Crises) with { Episode = Episode.Cut(EpisodeDates.All[1], Spy.Value) };
}
