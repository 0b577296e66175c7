using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;
using Gauntlet.Domain.Tests.Statistics;
using Gauntlet.Domain.Tests.Stress.Economy;

namespace Gauntlet.Domain.Tests.Stress.Macro;

public class MappingTests
{
    private static readonly EconomyModel Textbook = new(SocialAccounts.Find("textbook"));
    private static readonly Equilibrium Base = Textbook.Solve(EconomicShock.None);

    [SkippableFact]
    public void Of_EveryReferenceCase_Matches()
    {
        var root = Reference.Open("mapping.json", "scenarios").Root;
        foreach (var one in root.GetProperty("cases").EnumerateArray())
        {
            var regime = MarketRegime.Of(Enum.Parse<Regime>(one.Text("regime"), ignoreCase: true));
            var solved = Textbook.Solve(ReferenceShock.Of(one.GetProperty("shock"), Textbook.Goods));
            solved.RealOutput.ShouldMatch(one.GetProperty("derived").Double("GDP_real"), one.Text("id"));
            solved.Employment.ShouldMatch(one.GetProperty("derived").Double("employment"), one.Text("id"));
            var shift = new AssetMapping().Of(solved, Base, regime.RiskPremium);
            var expected = one.GetProperty("mapping");
            shift.Profit.ShouldMatch(expected.Double("profit"), one.Text("id"));
            shift.Earnings.ShouldMatch(expected.Double("earnings"), one.Text("id"));
            shift.Discount.ShouldMatch(expected.Double("discount"), one.Text("id"));
            shift.Level.ShouldMatch(expected.Double("level"), one.Text("id"));
            var days = one.Doubles("bars");
            days.Select(regime.Arrived).ToList().ShouldMatch(one.Doubles("level_share"), one.Text("id"));
            days.Select(regime.VolatilityAt).ToList().ShouldMatch(one.Doubles("volatility_multiplier"), one.Text("id"));
        }

        foreach (var one in root.GetProperty("named").EnumerateArray())
        {
            var premium = MarketRegime.Of(Enum.Parse<Regime>(one.Text("base_regime"), ignoreCase: true)).RiskPremium;
            var solved = Textbook.Solve(ReferenceShock.Of(one.GetProperty("shock"), Textbook.Goods));
            solved.RealOutput.ShouldMatch(one.GetProperty("derived").Double("GDP_real"), one.Text("id"));
            var shift = new AssetMapping().Of(solved, Base, premium);
            shift.Level.ShouldMatch(one.GetProperty("mapping_with_regime_erp").Double("level"), one.Text("id"));
            if (one.TryGetProperty("equity_target", out var target))
                new AssetMapping().PremiumFor(shift, Math.Log(1 + target.GetDouble())).ShouldMatch(one.Double("erp_that_meets_target"), one.Text("id"));
        }
    }

    // scenarios.md, section 7: scaling the crisis shock by 0, ½, 1, 2 at the crisis premium.
    [Fact]
    public void Of_ScaledCrisis_FallsStrictly()
    {
        double[] scales = [0, 0.5, 1, 2];
        var solved = scales.Select(scale => Textbook.Solve(MacroRegime.Of(Regime.Crisis).Mean(2, scale))).ToList();
        solved.Select(one => one.RealOutput).ToList().ShouldMatch([102.00, 96.67, 91.36, 82.02], absolute: 0.005);
        var premium = MarketRegime.Of(Regime.Crisis).RiskPremium;
        solved.Select(one => new AssetMapping().Of(one, Base, premium).Level).ToList().ShouldMatch([-0.368, -0.499, -0.629, -0.865], absolute: 1e-3);
    }

    [Fact]
    public void Of_NoShockNoPremium_IsNoShift() => new AssetMapping().Of(Textbook.Solve(EconomicShock.None), Base, 0).Level.ShouldBe(0, 1e-12);

    [Fact]
    public void Draw_Shocks_HaveTheRegimesMoments()
    {
        var random = new SeededRandom(4);
        var regime = MacroRegime.Of(Regime.Recession);
        var draws = Enumerable.Range(0, 4000).Select(_ => regime.Draw(2, random)).ToList();
        draws.Average(shock => Math.Log(shock.ExportPrice![0])).ShouldBe(-0.05, 0.002);
        draws.Average(shock => shock.ForeignSaving).ShouldBe(0.75, 0.01);
        // A distance of five normal parts has mean square 5.
        draws.Average(shock => Math.Pow(regime.DistanceOf(shock), 2)).ShouldBe(5, 0.3);
    }
}
