using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Macro;
using Gauntlet.Domain.Tests.Statistics;

namespace Gauntlet.Domain.Tests.Stress.Bars;

public class BarRecursionTests
{
    // The first bar of bars.json, baseline: draws and result.
    [Fact]
    public void Next_FirstReferenceBar_IsTheReferenceValue()
    {
        var shape = MarketRegime.Of(Regime.Baseline);
        var bar = new BarRecursion(new(0.0105, 0.27), 100).Next(
            new(-0.776016, -0.639791, 0.870171, 0.677331, 0.81806, 0.234745, 1.34294, -0.895488), 0.0003 + (0.004 * shape.Arrived(1)), 1, shape.JumpRate, shape.Liquidity);
        bar.Open.ShouldMatch(99.60582705254957, relative: 1e-11);
        bar.High.ShouldMatch(99.8104958522285, relative: 1e-11);
        bar.Low.ShouldMatch(99.02930452715368, relative: 1e-11);
        bar.Close.ShouldMatch(99.1493421904151, relative: 1e-11);
        bar.LogVolume.ShouldMatch(-0.4967856680157535);
        bar.Spread.ShouldMatch(0.00022089213383033718);
    }

    [SkippableFact]
    public void Next_EveryReferenceBar_Matches()
    {
        foreach (var one in Reference.Open("bars.json", "scenarios").Root.GetProperty("cases").EnumerateArray())
        {
            var shape = MarketRegime.Of(one.Text("id") == "crisis" ? Regime.Crisis : Regime.Baseline);
            var recursion = new BarRecursion(new(0.0105, 0.27), 100);
            var outputs = one.GetProperty("outputs").EnumerateArray().ToList();
            var inputs = one.GetProperty("inputs").EnumerateArray().Select(row => row.Doubles()).ToList();
            for (var t = 0; t < inputs.Count; t++)
            {
                var z = inputs[t];
                var drift = 0.0003 + (one.Double("level") * (shape.Arrived(t + 1) - shape.Arrived(t)));
                var bar = recursion.Next(new(z[0], z[1], z[2], z[3], z[4], z[5], z[6], z[7]), drift, shape.VolatilityAt(t), shape.JumpRate, shape.Liquidity);
                new[] { bar.Deviation, bar.Open, bar.High, bar.Low, bar.Close, recursion.Variance, bar.LogVolume, bar.Spread }.ShouldMatch(outputs[t].Doubles(), $"{one.Text("id")} {t}", relative: 1e-10);
            }
        }
    }

    // ν = 14: w has mean 1 and variance 2/(ν − 4) = 0.2; a mean of 20,000 has standard error 0.0032.
    [Fact]
    public void Draw_Mixing_HasMeanOne()
    {
        var random = new SeededRandom(2);
        Enumerable.Range(0, 20_000).Average(_ => BarDraw.Next(random).Mixing).ShouldBe(1, 0.01);
    }
}
