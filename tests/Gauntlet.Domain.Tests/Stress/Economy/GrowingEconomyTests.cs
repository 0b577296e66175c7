using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Tests.Statistics;

namespace Gauntlet.Domain.Tests.Stress.Economy;

/// <summary>Against 31 periods solved by another method (vectors/scenarios, dyncge.json); the third path's utility is the textbook's.</summary>
public class GrowingEconomyTests
{
    private static readonly GrowingEconomy Japan = new(SocialAccounts.Find("japan"));

    [Fact]
    public void Run_NoShock_GrowsInBalance()
    {
        var years = Japan.Run(5);
        years[0].Consumption.ShouldBe(297675.969, 1e-5);
        for (var year = 1; year < years.Count; year++)
        {
            (years[year].Consumption / years[year - 1].Consumption).ShouldBe(1.02, 1e-9);
            years[year].CapitalPrice.ShouldBe(1, 1e-9);
        }
    }

    // Published utility of the thirtieth year after tariffs are abolished: 539570.5027.
    [Fact]
    public void Run_TariffsAbolished_ReachesThePublishedUtility() =>
        Japan.Run(30, _ => new() { TariffRate = [0, 0, 0, 0] })[30].Consumption.ShouldBe(539570.5027, 1e-3);

    [SkippableFact]
    public void Run_EveryReferencePath_Matches()
    {
        var accounts = SocialAccounts.Find("japan");
        foreach (var one in Reference.Open("dyncge.json", "scenarios").Root.GetProperty("cases").EnumerateArray())
        {
            var id = one.Text("id");
            var years = Japan.Run(30, year => ShockOf(one, year, accounts.Goods.Count));
            years.Select(year => year.Consumption).ToList().ShouldMatch(one.Doubles("utility_path"), id);
            var periods = one.Doubles("periods").Select(period => years[(int)period]).ToList();
            var values = one.GetProperty("values");
            void Match(string name, Func<EconomicYear, double> of) => periods.Select(of).ToList().ShouldMatch(values.Doubles(name), $"{id} {name}");
            Match("epsilon", year => year.Equilibrium.ExchangeRate / year.PriceLevel);
            Match("wage", year => year.Equilibrium.FactorPrices(1)[0] / year.PriceLevel);
            Match("pk", year => year.CapitalPrice);
            Match("Sp", year => year.Equilibrium.HouseholdSaving / year.PriceLevel);
            Match("Td", year => year.Equilibrium.DirectTax / year.PriceLevel);
            Match("III", year => year.Investment);
            for (var i = 0; i < accounts.Goods.Count; i++)
            {
                var (good, at) = (accounts.Goods[i], i);
                Match($"Z.{good}", year => year.Equilibrium.Output[at]);
                Match($"Xp.{good}", year => year.Equilibrium.Household[at]);
                Match($"E.{good}", year => year.Equilibrium.Exports[at]);
                Match($"M.{good}", year => year.Equilibrium.Imports[at]);
                Match($"pq.{good}", year => year.Equilibrium.CompositePrices[at] / year.PriceLevel);
                Match($"pf_CAP.{good}", year => year.Equilibrium.FactorPrices(0)[at] / year.PriceLevel);
                Match($"II.{good}", year => year.InvestmentBySector[at]);
                Match($"KK.{good}", year => year.Capital[at]);
            }
        }
    }

    [Fact]
    public void Create_BadRates_SayWhatToDo()
    {
        Should.Throw<InvalidInputException>(() => new GrowingEconomy(SocialAccounts.Find("japan"), new(Return: 0))).Message.ShouldContain("positive");
        Should.Throw<InvalidInputException>(() => new GrowingEconomy(SocialAccounts.Find("japan"), new(Depreciation: 1))).Message.ShouldContain("[0, 1)");
    }

    private static EconomicShock ShockOf(JsonElement one, int year, int goods)
    {
        var shock = EconomicShock.None;
        foreach (var part in one.GetProperty("shock").EnumerateArray().Where(part => year >= part.GetProperty("from_period").GetInt32() && year <= part.GetProperty("to_period").GetInt32()))
        {
            // Tariffs are either kept or abolished in these paths.
            if (part.TryGetProperty("tariff_mul", out _)) shock = shock with { TariffRate = new double[goods] };
            if (part.TryGetProperty("tfp_mul", out _)) shock = shock with { Productivity = part.Doubles("tfp_mul") };
        }

        return shock;
    }
}
