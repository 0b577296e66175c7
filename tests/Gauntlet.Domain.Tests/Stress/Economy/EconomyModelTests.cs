using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Tests.Statistics;

namespace Gauntlet.Domain.Tests.Stress.Economy;

/// <summary>Equilibria in 50-digit arithmetic, checked there by two other methods (vectors/scenarios), and figures that the textbook's program prints.</summary>
public class EconomyModelTests
{
    private static readonly EconomyModel Textbook = new(SocialAccounts.Find("textbook"));

    [Fact]
    public void Solve_NoShock_IsTheBaseYear()
    {
        foreach (var closure in new[] { Closure.Textbook, Closure.ShortRun })
        {
            var solved = Textbook.Solve(EconomicShock.None, closure);
            solved.Utility.ShouldBe(25.508490012515818, 1e-12);
            solved.Household.ShouldMatch([20, 30], absolute: 1e-12);
            solved.Output.ShouldMatch([73, 72], absolute: 1e-11);
            solved.RealOutput.ShouldBe(102, 1e-11);
            solved.EquivalentVariation.ShouldBe(0, 1e-11);
        }
    }

    // Hosoe, Gasawa and Hashimoto (2010), chapter 6: tariffs abolished; changes in per cent as printed.
    [Fact]
    public void Solve_TariffsAbolished_IsThePublishedCounterfactual()
    {
        var solved = Textbook.Solve(new() { TariffRate = [0, 0] }, Closure.Textbook);
        solved.Utility.ShouldBe(26.092634381200831, 1e-12);
        solved.EquivalentVariation.ShouldBe(1.145, 5e-4);
        Change(solved.Output, [73, 72]).ShouldMatch([2.169, -1.380], absolute: 5e-4);
        Change(solved.Household, [20, 30]).ShouldMatch([1.961, 2.510], absolute: 5e-4);
        Change(solved.Government, [19, 14]).ShouldMatch([-6.850, -6.349], absolute: 5e-4);
        Change(solved.Exports, [8, 4]).ShouldMatch([17.929, 12.458], absolute: 5e-4);
        Change(solved.Imports, [13, 11]).ShouldMatch([-1.082, 18.848], absolute: 5e-4);
        Change(solved.CompositePrices, [1, 1]).ShouldMatch([-1.875, -2.400], absolute: 5e-4);
        Change([solved.ExchangeRate, solved.GovernmentSaving], [1, 2]).ShouldMatch([6.282, -8.597], absolute: 5e-4);
    }

    [Theory]
    [InlineData("textbook")]
    [InlineData("japan")]
    public void Solve_AnyClosure_KeepsItsLaws(string economy)
    {
        var model = new EconomyModel(SocialAccounts.Find(economy));
        double[] all = [.. model.Goods.Select(_ => 0.96)];
        foreach (var capital in Enum.GetValues<CapitalMarket>())
            foreach (var labour in Enum.GetValues<LabourMarket>())
                foreach (var government in Enum.GetValues<GovernmentBudget>())
                    foreach (var numeraire in Enum.GetValues<Numeraire>())
                    {
                        var checks = model.Solve(new() { Productivity = all, ForeignSaving = 0.8 }, new(capital, labour, government, numeraire)).Checks;
                        checks.Residual.ShouldBeLessThan(1e-11);
                        Math.Abs(checks.Walras).ShouldBeLessThan(1e-10);
                        checks.Homogeneity.ShouldBeLessThan(1e-11);
                        Math.Abs(checks.IncomeAndExpenditure).ShouldBeLessThan(1e-10);
                    }
    }

    // Nothing real depends on what prices are measured in.
    [Fact]
    public void Solve_OtherNumeraire_ChangesNothingReal()
    {
        EconomicShock shock = new() { ImportPrice = [1.25, 1.25] };
        var outputs = Enum.GetValues<Numeraire>().Select(numeraire => Textbook.Solve(shock, Closure.Textbook with { Numeraire = numeraire, NumeraireValue = 3 }).RealOutput).ToList();
        outputs.ShouldAllBe(output => Math.Abs(output - outputs[0]) < 1e-10);
    }

    // World prices and foreign saving doubled: the exchange rate halves and nothing else moves.
    [Fact]
    public void Solve_ForeignMoneyDoubled_OnlyHalvesTheExchangeRate()
    {
        var solved = Textbook.Solve(new() { ExportPrice = [2, 2], ImportPrice = [2, 2], ForeignSaving = 2 }, Closure.Textbook);
        solved.ExchangeRate.ShouldBe(0.5, 1e-12);
        solved.RealOutput.ShouldBe(102, 1e-10);
    }

    [Fact]
    public void Solve_CobbDouglasTrade_IsTheLimitOfItsNeighbours()
    {
        static double Output(double sigma) => new EconomyModel(SocialAccounts.Find("textbook"), substitution: sigma).Solve(new() { ImportPrice = [1.2, 1.2] }).RealOutput;
        Output(1).ShouldBe((Output(0.999) + Output(1.001)) / 2, 1e-5);
    }

    // A full sudden stop leaves no foreign saving at all; the current account balances.
    [Fact]
    public void Solve_SuddenStop_BalancesTrade()
    {
        var solved = Textbook.Solve(new() { ForeignSaving = 0 });
        (solved.Exports.Sum() - solved.Imports.Sum()).ShouldBe(0, 1e-10);
        solved.RealOutput.ShouldBeLessThan(102);
    }

    [Fact]
    public void Solve_SteeperWageCurve_LosesFewerJobs()
    {
        EconomicShock shock = new() { Productivity = [0.95, 0.95] };
        var employment = new[] { 0.0, 0.5, 2 }.Select(slope => Textbook.Solve(shock, Closure.ShortRun with { WageCurve = slope }).Employment).ToList();
        employment.ShouldBeInOrder(SortDirection.Ascending);
        employment[^1].ShouldBeLessThan(40);
    }

    [SkippableFact]
    public void Solve_EveryReferenceCase_Matches()
    {
        foreach (var one in Reference.Open("cge_equilibria.json", "scenarios").Root.GetProperty("cases").EnumerateArray())
        {
            var model = new EconomyModel(SocialAccounts.Find("textbook"), one.Double("sigma"), one.Double("psi"));
            var solved = model.Solve(ReferenceShock.Of(one.GetProperty("shock"), model.Goods), ClosureOf(one));
            var (values, derived) = (one.GetProperty("endogenous"), one.GetProperty("derived"));
            void Match(IReadOnlyList<double> actual, string name) => actual.ShouldMatch([.. model.Goods.Select(good => values.Double($"{name}.{good}"))], $"{one.Text("id")} {name}");
            Match(solved.Household, "Xp");
            Match(solved.Government, "Xg");
            Match(solved.Investment, "Xv");
            Match(solved.Output, "Z");
            Match(solved.Exports, "E");
            Match(solved.Imports, "M");
            Match(solved.Composite, "Q");
            Match(solved.Domestic, "D");
            Match(solved.CompositePrices, "pq");
            Match(solved.OutputPrices, "pz");
            Match(solved.DomesticPrices, "pd");
            Match(solved.FactorUse(0), "F.CAP");
            Match(solved.FactorUse(1), "F.LAB");
            solved.ExchangeRate.ShouldMatch(values.Double("epsilon"), one.Text("id"));
            solved.GovernmentSaving.ShouldMatch(values.Double("Sg"), one.Text("id"));
            solved.DirectTax.ShouldMatch(values.Double("Td"), one.Text("id"));
            solved.Utility.ShouldMatch(derived.Double("UU"), one.Text("id"));
            solved.EquivalentVariation.ShouldMatch(derived.Double("EV"), one.Text("id"), absolute: 1e-9);
            solved.RealOutput.ShouldMatch(derived.Double("GDP_real"), one.Text("id"));
            solved.NominalOutput.ShouldMatch(derived.Double("GDP_nominal"), one.Text("id"));
            solved.RealExchangeRate.ShouldMatch(derived.Double("real_exchange_rate"), one.Text("id"));
            solved.Employment.ShouldMatch(derived.Double("employment"), one.Text("id"));
            solved.RealCapitalIncome.ShouldMatch([.. model.Goods.Select(good => derived.Double($"real_capital_income.{good}"))], one.Text("id"));
            solved.Checks.Iterations.ShouldBeLessThanOrEqualTo(8);
        }
    }

    // Derivatives by 50-digit differences; ours are of width 1e-5, whose error is of the order of 1e-9.
    [SkippableFact]
    public void Solve_SmallShocks_HaveTheReferenceSensitivities()
    {
        var root = Reference.Open("cge_sensitivities.json", "scenarios").Root;
        foreach (var (name, closure) in new[] { ("book_closure", Closure.Textbook), ("short_run_closure", Closure.ShortRun) })
            foreach (var one in root.GetProperty(name).EnumerateArray())
            {
                const double Small = 1e-5;
                var (up, down) = (Textbook.Solve(Moved(one.Text("shock"), 1 + Small), closure), Textbook.Solve(Moved(one.Text("shock"), 1 - Small), closure));
                void Match(string variable, Func<Equilibrium, double> of) =>
                    (Math.Log(of(up) / of(down)) / Math.Log((1 + Small) / (1 - Small))).ShouldBe(one.GetProperty("d_log").Double(variable), 2e-7, $"{name} {one.Text("shock")} {variable}");
                Match("GDP_real", solved => solved.RealOutput);
                Match("CPI", solved => solved.ConsumerPrices);
                Match("real_exchange_rate", solved => solved.RealExchangeRate);
                Match("employment", solved => solved.Employment);
                Match("investment_real", solved => solved.Investment.Sum());
                Match("consumption_real", solved => solved.Household.Sum());
                Match("real_capital_income.BRD", solved => solved.RealCapitalIncome[0]);
                Match("real_capital_income.MLK", solved => solved.RealCapitalIncome[1]);
                Match("UU", solved => solved.Utility);
            }
    }

    // One household, no trade, no government: prices and quantities have a closed form (textbook, chapter 5).
    [SkippableFact]
    public void Solve_ClosedEconomy_HasItsClosedForm()
    {
        var model = new EconomyModel(ClosedEconomy());
        foreach (var one in Reference.Open("splcge.json", "scenarios").Root.GetProperty("cases").EnumerateArray())
        {
            double[] Factors(string name, params string[] keys) => [.. keys.Select(key => one.GetProperty("shock").TryGetProperty(name, out var found) && found.TryGetProperty(key, out var value) ? value.GetDouble() : 1)];
            var solved = model.Solve(new() { Endowment = Factors("endowment_mul", "CAP", "LAB"), Productivity = Factors("tfp_mul", "BRD", "MLK") }, Closure.Textbook);
            var expected = one.GetProperty("endogenous");
            solved.Utility.ShouldMatch(expected.Double("UU"), one.Text("id"));
            solved.Output.ShouldMatch([expected.Double("X.BRD"), expected.Double("X.MLK")], one.Text("id"));
            solved.CompositePrices.ShouldMatch([expected.Double("p.BRD"), expected.Double("p.MLK")], one.Text("id"));
            solved.FactorUse(0).ShouldMatch([expected.Double("F.CAP.BRD"), expected.Double("F.CAP.MLK")], one.Text("id"));
            solved.FactorPrices(0)[0].ShouldMatch(expected.Double("pf.CAP"), one.Text("id"));
        }
    }

    [SkippableFact]
    public void Calibrate_EveryParameter_IsTheReferenceValue()
    {
        var root = Reference.Open("cge_calibration.json", "scenarios").Root;
        var (found, expected) = (Textbook.Base, root.GetProperty("parameters"));
        void Match(double[] actual, string name) => actual.ShouldMatch(expected.Doubles(name), name, relative: 1e-14, absolute: 1e-15);
        Match(found.Alpha, "alpha");
        Match(found.Productivity, "b");
        Match(found.ValueAdded, "ay");
        Match(found.GovernmentShare, "mu");
        Match(found.InvestmentShare, "lam");
        Match(found.ImportShare, "deltam");
        Match(found.DomesticShare, "deltad");
        Match(found.CompositeScale, "gamma");
        Match(found.ExportShare, "xie");
        Match(found.DomesticSaleShare, "xid");
        Match(found.SplitScale, "theta");
        Match(found.IndirectTax, "tauz");
        Match(found.Tariff, "taum");
        new[] { found.DirectTax, found.HouseholdSaving, found.GovernmentSaving }.ShouldMatch([expected.Double("taud"), expected.Double("ssp"), expected.Double("ssg")], relative: 1e-14);
        foreach (var set in new[] { "parameters_sigma_psi_low", "parameters_sigma_psi_high" })
        {
            expected = root.GetProperty(set);
            found = new EconomyModel(SocialAccounts.Find("textbook"), expected.Double("sigma"), expected.Double("psi")).Base;
            Match(found.ImportShare, "deltam");
            Match(found.DomesticShare, "deltad");
            Match(found.CompositeScale, "gamma");
            Match(found.ExportShare, "xie");
            Match(found.DomesticSaleShare, "xid");
            Match(found.SplitScale, "theta");
        }
    }

    // Every entry of the Jacobian by central differences of the residuals.
    [Fact]
    public void Linearised_Jacobian_AgreesWithDifferences()
    {
        var closure = Closure.ShortRun with { Government = GovernmentBudget.TaxFinanced, WageCurve = 0.3 };
        var system = new EquilibriumSystem(Textbook.Base, closure);
        double[] point = [.. system.Unknowns.Base(Textbook.Base).Select((x, i) => x + (0.05 * Math.Sin(i + 1)))];
        var (_, jacobian) = system.Linearised(point);
        for (var j = 0; j < point.Length; j++)
        {
            double[] Moved(double by) => [.. point.Select((x, i) => i == j ? x + by : x)];
            var difference = (system.Values(Moved(1e-6)) - system.Values(Moved(-1e-6))) / 2e-6;
            for (var i = 0; i < point.Length; i++) jacobian[i, j].ShouldBe(difference[i], 1e-7, $"{i}, {j}");
        }
    }

    [Fact]
    public void Solve_HopelessShock_IsANamedError() =>
        Should.Throw<NoEquilibriumException>(() => Textbook.Solve(new() { ForeignSaving = -20 }, Closure.Textbook)).Message.ShouldContain("textbook");

    [Fact]
    public void Parse_BadAccounts_SayWhatToDo()
    {
        static string With(string from, string to) => TextbookJson().Replace(from, to, StringComparison.Ordinal);
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse(With("[21,  8,", "[21,  9,"), "own.json")).Message.ShouldContain("account BRD takes in");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse(With("\"substitution\": 2", "\"substitution\": -1"), "own.json")).Message.ShouldContain("positive");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse(With("\"substitution\"", "\"substitutoin\""), "own.json")).Message.ShouldBe(
            "own.json: a social accounting matrix has no key 'substitutoin'. Did you mean 'substitution'? Known: about, accounts, factors, goods, name, rows, substitution, transformation.");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse(With("\"substitution\": 2", "\"substitution\": \"two\""), "own.json")).Message.ShouldContain("'substitution' is not a number");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse("{}", "own.json")).Message.ShouldContain("key 'name' is missing");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse("[]", "own.json")).Message.ShouldContain("own.json holds no object");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse("{", "own.json")).Message.ShouldContain("own.json");
        Should.Throw<InvalidInputException>(() => SocialAccounts.Find("texbook")).Message.ShouldContain("textbook");
    }

    [Fact]
    public void Solve_BadShock_SaysWhatToDo()
    {
        Should.Throw<InvalidInputException>(() => Textbook.Solve(new() { Productivity = [0.9] })).Message.ShouldContain("BRD, MLK");
        Should.Throw<InvalidInputException>(() => Textbook.Solve(new() { Productivity = [0.9, 0] })).Message.ShouldContain("MLK");
        Should.Throw<InvalidInputException>(() => Textbook.Solve(EconomicShock.None, Closure.Textbook with { WageCurve = 1 })).Message.ShouldContain("contradict");
        Should.Throw<InvalidInputException>(() => new EconomyModel(SocialAccounts.Find("textbook"), substitution: 0));
    }

    private static EconomicShock Moved(string parameter, double factor) => parameter switch
    {
        "tfp.BRD" => new() { Productivity = [factor, 1] },
        "world_export_price.BRD" => new() { ExportPrice = [factor, 1] },
        "world_import_price.both" => new() { ImportPrice = [factor, factor] },
        "capital" => new() { Endowment = [factor, 1] },
        "tariff_rate.MLK" => new() { TariffRate = [Textbook.Base.Tariff[0], factor * Textbook.Base.Tariff[1]] },
        "direct_tax_rate" => new() { DirectTaxRate = factor },
        _ => throw new InvalidOperationException($"The reference moves {parameter}."),
    };

    private static SocialAccounts ClosedEconomy() => new()
    {
        Name = "closed",
        Goods = ["BRD", "MLK"],
        Factors = ["CAP", "LAB"],
        Accounts = ["BRD", "MLK", "CAP", "LAB", "IDT", "TRF", "HOH", "GOV", "INV", "EXT"],
        Rows =
        [
            [0, 0, 0, 0, 0, 0, 15, 0, 0, 0], [0, 0, 0, 0, 0, 0, 35, 0, 0, 0], [5, 20, 0, 0, 0, 0, 0, 0, 0, 0], [10, 15, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 25, 25, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ],
    };

    private static string TextbookJson()
    {
        using var reader = new StreamReader(typeof(SocialAccounts).Assembly.GetManifestResourceStream("accounts/textbook")!);
        return reader.ReadToEnd();
    }

    private static double[] Change(IReadOnlyList<double> after, double[] before) => [.. after.Select((value, i) => 100 * ((value / before[i]) - 1))];

    private static Closure ClosureOf(JsonElement one)
    {
        var closure = one.GetProperty("closure");
        return new(
            closure.Text("fac") == "mobile" ? CapitalMarket.Mobile : CapitalMarket.Specific,
            closure.Text("lab") == "full" ? LabourMarket.FullEmployment : LabourMarket.FixedWage,
            closure.Text("gov") switch { "share" => GovernmentBudget.Share, "fixedspend" => GovernmentBudget.FixedSpending, _ => GovernmentBudget.TaxFinanced },
            closure.Text("num") switch { "wage" => Numeraire.Wage, "cpi" => Numeraire.ConsumerPrices, _ => Numeraire.ExchangeRate },
            one.Double("numeraire_value"));
    }
}
