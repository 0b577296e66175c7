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

    // scenarios.md, section 7: scaling the crisis shock by 0, ½, 1, 2 at the crisis premium; it has no shock of demand or policy.
    [Fact]
    public void Of_ScaledCrisis_FallsStrictly()
    {
        double[] scales = [0, 0.5, 1, 2];
        var solved = scales.Select(scale => Textbook.Solve(MacroRegime.Of(Regime.Crisis).Mean(2, scale).Only(ShockKind.Supply, ShockKind.TermsOfTrade, ShockKind.Financial))).ToList();
        solved.Select(one => one.RealOutput).ToList().ShouldMatch([102.00, 96.67, 91.36, 82.02], absolute: 0.005);
        var premium = MarketRegime.Of(Regime.Crisis).RiskPremium;
        solved.Select(one => new AssetMapping().Of(one, Base, premium).Level).ToList().ShouldMatch([-0.368, -0.499, -0.629, -0.865], absolute: 1e-3);
    }

    [Fact]
    public void Of_NoShockNoPremium_IsNoShift() => new AssetMapping().Of(Textbook.Solve(EconomicShock.None), Base, 0).Level.ShouldBe(0, 1e-12);

    [Fact]
    public void Draw_Shocks_HaveTheRegimesMoments()
    {
        var (random, home) = (new SeededRandom(4), new SeededRandom(4, 1));
        var regime = MacroRegime.Of(Regime.Recession);
        var draws = Enumerable.Range(0, 4000).Select(_ => regime.Draw(2, random, home)).ToList();
        draws.Average(shock => Math.Log(shock.ExportPrice![0])).ShouldBe(-0.05, 0.002);
        draws.Average(shock => shock.ForeignSaving).ShouldBe(0.75, 0.01);
        draws.Average(shock => Math.Log(shock.SavingRate)).ShouldBe(0.08, 0.003);
        draws.Average(shock => shock.TariffAdded![1]).ShouldBe(0.005, 0.0005);
        draws.Average(shock => shock.IndirectTaxAdded![0]).ShouldBe(-0.002, 0.0002);
        // A distance of eight normal parts has mean square 8.
        draws.Average(shock => Math.Pow(regime.DistanceOf(shock), 2)).ShouldBe(8, 0.4);
    }

    // scenarios.md, section 10: a failed equilibrium is an error, so none may fail.
    [Theory]
    [InlineData("textbook", 500)]
    [InlineData("japan", 50)]
    public void Draw_AnyRegime_HasAnEquilibriumAndMovesByEveryKind(string economy, int draws)
    {
        var model = new EconomyModel(SocialAccounts.Find(economy));
        var still = model.Solve(EconomicShock.None, Closure.ShortRun);
        var (random, home) = (new SeededRandom(11), new SeededRandom(11, 1));
        foreach (var regime in Enum.GetValues<Regime>())
        {
            for (var i = 0; i < draws; i++)
            {
                var shock = MacroRegime.Of(regime).Draw(model.Goods.Count, random, home, model.Factors.Count);
                (model.Solve(shock, Closure.ShortRun).RealOutput / still.RealOutput).ShouldBeInRange(0.7, 1.2, $"{regime} {i}: {ShockText.Of(shock)}");
                if (i > 0) continue;
                foreach (var kind in Enum.GetValues<ShockKind>()) Math.Abs(model.Solve(shock.Only(kind), Closure.ShortRun).RealCapitalIncome[0] - still.RealCapitalIncome[0]).ShouldBeGreaterThan(1e-7, $"{regime} {kind}");
            }
        }
    }

    [Fact]
    public void Text_OfShock_NamesItsKinds()
    {
        ShockText.Of(EconomicShock.None).ShouldBe("no shock");
        ShockText.Of(new EconomicShock { Productivity = [0.97, 0.99], Endowment = [0.965, 1], SavingRate = 1.15, TariffAdded = [0.005, 0.005], IndirectTaxAdded = [-0.003, -0.003], ExportPrice = [0.9, 0.9], ForeignSaving = 0.35 })
            .Replace('\u00a0', ' ').ShouldBe("supply: productivity −2.0 %, capital −3.5 %; demand: saving rate +15.0 %; policy: tariffs +0.5 points, indirect taxes −0.3 points; terms of trade: export prices −10.0 %; financial: foreign saving × 0.35");
        ShockText.Of(new EconomicShock { SavingRate = 2, TariffRate = [0.25, 0.25] }.Only(ShockKind.Policy)).Replace('\u00a0', ' ').ShouldBe("policy: tariffs at 25.0 %");
    }
}
