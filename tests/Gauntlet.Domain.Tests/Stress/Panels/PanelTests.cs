using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Panels;

namespace Gauntlet.Domain.Tests.Stress.Panels;

public class PanelTests
{
    private static readonly EquilibriumModel Model = new();

    [Fact]
    public void GeneratePanel_SameRecipe_GivesTheSameBytes() =>
        Hashes(new EquilibriumModel(), Set(Regime.Crisis)).ShouldBe(Hashes(Model, Set(Regime.Crisis)));

    // scenarios.md, section 5: mean pair correlation 0.48 in usual times, 0.64 in the worst twentieth of windows.
    [Fact]
    public void GeneratePanel_PairCorrelations_RiseInACrisis()
    {
        var (usual, crisis) = (MeanCorrelation(Regime.Baseline), MeanCorrelation(Regime.Crisis));
        usual.ShouldBe(0.48, 0.06);
        crisis.ShouldBe(0.58, 0.08);
        crisis.ShouldBeGreaterThan(usual + 0.03);
    }

    [Fact]
    public void Loading_TripleVolatility_IsThatOfTheWorstWindows() => Math.Pow(PanelBars.Loading(Math.Sqrt(0.48), Math.Pow(3, 0.6)), 2).ShouldBe(0.64, 0.005);

    [Fact]
    public void GeneratePanel_NoPanel_IsRefused() => Should.Throw<ArgumentException>(() => Model.GeneratePanel(Set(Regime.Boom) with { Panel = null }, 0));

    // Three copies of one market with noise of the same size: pair correlations of a half, so loadings of √½.
    [Fact]
    public void Of_MarketsWithACommonFactor_FindsTheLoadings()
    {
        var random = new Domain.Randomness.SeededRandom(5);
        var factor = Enumerable.Range(0, 4000).Select(_ => random.NextNormal()).ToArray();
        var bars = Enumerable.Range(0, 3).Select(_ => Series([.. factor.Select(f => 0.01 * (f + random.NextNormal()))])).ToList();
        foreach (var market in PanelMarket.Of(bars)) market.FactorCorrelation.ShouldBe(Math.Sqrt(0.5), 0.03);
    }

    [Fact]
    public void Of_OneMarket_SaysWhatToDo() => Should.Throw<InvalidInputException>(() => PanelMarket.Of([Series([0.01, 0.02])])).Message.ShouldContain("at least two");

    private static double MeanCorrelation(Regime regime)
    {
        var set = Set(regime);
        return Enumerable.Range(0, set.Count).Average(i =>
        {
            var returns = Model.GeneratePanel(set, i).Select(one => Enumerable.Range(one.Start, set.Bars).Select(t => Math.Log(one.Bars.Close[t] / one.Bars.Close[t - 1])).ToArray()).ToList();
            return (MathNet.Numerics.Statistics.Correlation.Pearson(returns[0], returns[1]) + MathNet.Numerics.Statistics.Correlation.Pearson(returns[1], returns[2]) + MathNet.Numerics.Statistics.Correlation.Pearson(returns[0], returns[2])) / 3;
        });
    }

    private static List<string> Hashes(EquilibriumModel model, ScenarioSet set) => [.. model.GeneratePanel(set, 1).Select(one => one.Bars.ContentHash)];

    private static ScenarioSet Set(Regime regime)
    {
        const int Count = 30;
        int Of(Regime one) => one == regime ? Count : 0;
        var counts = new RegimeCounts { Baseline = Of(Regime.Baseline), Boom = Of(Regime.Boom), Recession = Of(Regime.Recession), Stagflation = Of(Regime.Stagflation), Crisis = Of(Regime.Crisis) };
        return StressMarkets.Set("equilibrium@1", counts) with { Panel = [.. Enumerable.Repeat(new PanelMarket(StressMarkets.Index, Math.Sqrt(0.48)), 3)] };
    }

    private static BarSeries Series(double[] returns)
    {
        var close = new double[returns.Length];
        double log = Math.Log(100);
        for (var i = 0; i < returns.Length; i++)
        {
            log += returns[i];
            close[i] = Math.Exp(log);
        }

        var times = Enumerable.Range(0, close.Length).Select(i => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i)).ToArray();
        return new("made", TimeSpan.FromDays(1), times, close, close, close, close, close);
    }
}
