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

    // The Jacobian is exact: derivatives by it are those of 50-digit differences (cge_sensitivities.json, first entry).
    [SkippableFact]
    public void Solve_SmallShocks_HaveTheReferenceSensitivities()
    {
        var reference = Reference.Open("cge_sensitivities.json", "scenarios").Root.GetProperty("book_closure").EnumerateArray().First(one => one.Text("shock") == "tfp.BRD").GetProperty("d_log");
        const double Small = 1e-5;
        var (up, down) = (Textbook.Solve(new() { Productivity = [1 + Small, 1] }, Closure.Textbook), Textbook.Solve(new() { Productivity = [1 - Small, 1] }, Closure.Textbook));
        double Slope(Func<Equilibrium, double> of) => Math.Log(of(up) / of(down)) / Math.Log((1 + Small) / (1 - Small));
        Slope(solved => solved.RealOutput).ShouldBe(reference.Double("GDP_real"), 1e-7);
        Slope(solved => solved.ConsumerPrices).ShouldBe(reference.Double("CPI"), 1e-7);
        Slope(solved => solved.RealExchangeRate).ShouldBe(reference.Double("real_exchange_rate"), 1e-7);
        Slope(solved => solved.Utility).ShouldBe(reference.Double("UU"), 1e-7);
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
        Should.Throw<InvalidInputException>(() => SocialAccounts.Parse(With("\"substitution\"", "\"substitutoin\""), "own.json")).Message.ShouldContain("substitutoin");
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
