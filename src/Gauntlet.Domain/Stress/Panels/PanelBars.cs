using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Panels;

/// <summary>Bars of several markets in one scenario: one factor moves them all, the rest is their own.</summary>
/// <remarks>
/// A normal draw of a market is ρ·factor + √(1 − ρ²)·own. Heavy tails come to all at the same bar and are
/// those of the market in the middle; a jump is the factor's with the share ρ² and
/// the market's own otherwise. In storms the factor's variance grows faster than the markets' own, by the regime's multiple to the power of
/// 0.6: pair correlations of 0.48 become 0.64, as four shares show in their worst twentieth of windows.
/// </remarks>
internal static class PanelBars
{
    private const double FactorExcess = 0.6;

    public static IReadOnlyList<Scenario> Generate(ScenarioSet set, IReadOnlyList<PanelMarket> panel, MacroOutcome macro, StressEconomy economy)
    {
        var shape = MarketRegime.Of(macro.Regime);
        var curve = new RegimeCurve(shape, set.Bars);
        var factor = Stream(set, macro.Index, 0);
        var own = panel.Select((_, a) => Stream(set, macro.Index, a + 1)).ToArray();
        var bars = panel.Select((one, a) => new ScenarioBars(set, one.Market, macro.Regime, curve, one.Mapping.Of(macro.Equilibrium, economy.BaseYear, shape.RiskPremium).Level, own[a])).ToArray();
        var freedom = bars.Select(one => one.Freedom).Order().ElementAt(bars.Length / 2);
        for (var i = -ScenarioBars.BurnIn; i < set.WarmUpBars + set.Bars; i++)
        {
            var common = BarDraw.Next(factor, freedom);
            var excess = Math.Pow(bars[0].Multiple(i), FactorExcess);
            for (var a = 0; a < bars.Length; a++)
            {
                var trend = bars[a].Trend(i);
                bars[a].Add(i, Joined(common, BarDraw.Next(own[a], common.Mixing), panel[a].FactorCorrelation, excess, bars[a].JumpChance(i)), trend);
            }
        }

        var times = panel.Select(one => one.Market.BarSeconds).Distinct().ToDictionary(seconds => seconds, seconds => ScenarioBars.Times(set, panel.First(one => one.Market.BarSeconds == seconds).Market));
        return [.. bars.Select((one, a) => one.Finish(macro.Index, times[panel[a].Market.BarSeconds]))];
    }

    /// <summary>ρ when the factor's variance has grown by a factor relative to the rest.</summary>
    internal static double Loading(double usual, double excess) => usual * Math.Sqrt(excess / (1 + (usual * usual * (excess - 1))));

    private static BarDraw Joined(in BarDraw common, in BarDraw own, double correlation, double excess, double jumpChance)
    {
        var loading = Loading(correlation, excess);
        var (square, rest) = (loading * loading, Math.Sqrt(1 - (loading * loading)));
        // Of the chance λ of a jump the share ρ² is the factor's: one uniform is stretched so that it falls below λ that often.
        var jumps = common.JumpChance < jumpChance * square;
        var ownChance = jumpChance * (1 - square);
        return own with
        {
            Gap = (loading * common.Gap) + (rest * own.Gap),
            Body = (loading * common.Body) + (rest * own.Body),
            JumpChance = jumps || own.JumpChance < ownChance ? 0 : 1,
            Jump = jumps ? common.Jump : own.Jump,
        };
    }

    // Streams of the panel stand apart from those of single markets, which use the index itself.
    private static SeededRandom Stream(ScenarioSet set, int index, int member) => new(set.Seed ^ 0x50414E454CUL, ((ulong)index << 16) | (uint)member);
}
