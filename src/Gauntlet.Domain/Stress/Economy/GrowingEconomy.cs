namespace Gauntlet.Domain.Stress.Economy;

/// <summary>An economy over several years: what is invested in one is capital in the next. For scenarios that last longer than a year.</summary>
/// <remarks>
/// The recursive-dynamic variant of Hosoe, Gasawa and Hashimoto (2015): capital stays in its sector, labour moves, the government buys given
/// quantities and raises what it needs as a lump sum, households save a share of what is left to them. Investment goes to sectors in
/// proportion to their capital's income, r^ζ·F. The base year is put on a balanced path first: investment is scaled to what growth and wear
/// ask for, and government demand absorbs the difference.
/// </remarks>
public sealed class GrowingEconomy
{
    private static readonly Closure Rules = new(CapitalMarket.Specific, LabourMarket.FullEmployment, GovernmentBudget.TaxFinanced, Numeraire.Wage);

    private readonly Economy _base;
    private readonly GrowthRules _growth;

    /// <param name="accounts">The base year.</param>
    /// <param name="growth">How it goes on. Default the textbook's rates.</param>
    /// <exception cref="Input.InvalidInputException">A rate out of range.</exception>
    public GrowingEconomy(SocialAccounts accounts, GrowthRules? growth = null)
    {
        _growth = (growth ?? new()).Validated();
        _base = Calibration.Of(Balanced(accounts, _growth)) with { SavesFromDisposableIncome = true };
        // The tax of the balanced base year may be a transfer; saving is a share of what it leaves.
        _base = _base with { HouseholdSaving = _base.HouseholdSaving / (1 - _base.DirectTax) };
    }

    /// <summary>The years from the base year on.</summary>
    /// <param name="years">How many after it, not negative.</param>
    /// <param name="shock">Shock of each year by its number; null for none in any.</param>
    /// <exception cref="NoEquilibriumException">A year has none.</exception>
    /// <exception cref="Input.InvalidInputException">A shock out of range.</exception>
    public IReadOnlyList<EconomicYear> Run(int years, Func<int, EconomicShock>? shock = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        double[] capital = [.. _base.BaseFactors[0].Select(income => income / _growth.Return)];
        var found = new List<EconomicYear>(years + 1);
        double[]? start = null;
        for (var year = 0; year <= years; year++)
        {
            (var now, start) = Solve(year, shock?.Invoke(year) ?? EconomicShock.None, capital, start);
            found.Add(now);
            capital = [.. capital.Zip(now.InvestmentBySector, (stock, added) => ((1 - _growth.Depreciation) * stock) + added)];
        }

        return found;
    }

    private (EconomicYear Year, double[] Next) Solve(int year, EconomicShock shock, double[] capital, double[]? start)
    {
        var size = Math.Pow(1 + _growth.Growth, year);
        var grown = _base with
        {
            BaseFactors = [[.. capital.Select(stock => _growth.Return * stock)], .. _base.BaseFactors.Skip(1).Select(use => use.Select(labour => size * labour).ToArray())],
            ForeignSaving = size * _base.ForeignSaving,
            BaseGovernment = [.. _base.BaseGovernment.Select(quantity => size * quantity)],
        };
        var economy = ShockedEconomy.Of(grown, shock);
        var system = new EquilibriumSystem(economy, Rules);
        var (point, iterations, residual) = EconomyModel.Newton(system, start ?? system.Unknowns.Base(_base));
        if (point is null) throw new NoEquilibriumException(_base.Accounts.Name, shock, residual, 0);
        var solved = new Equilibrium(_base, economy, Rules, system, point, iterations);

        var prices = solved.CompositePrices;
        var level = prices.Zip(_base.BaseComposite, (price, quantity) => price * quantity).Sum() / _base.BaseComposite.Sum();
        var capitalPrice = prices.Zip(_base.InvestmentShare, (price, share) => Math.Pow(price / level, share)).Aggregate((product, factor) => product * factor);
        var invested = solved.Investment.Zip(prices, (quantity, price) => quantity * price / level).Sum() / capitalPrice;
        var incomes = solved.FactorPrices(0).Zip(solved.FactorUse(0), (rent, use) => Math.Pow(rent / level, _growth.Responsiveness) * use).ToArray();
        var consumption = _base.BaseHousehold.Sum() * Enumerable.Range(0, _base.Goods).Aggregate(1.0, (product, i) => product * Math.Pow(solved.Household[i] / _base.BaseHousehold[i], _base.Alpha[i]));
        // Quantities grow, prices do not: next year's start is this year's point with its quantities a step larger.
        double[] next = [.. point.Select((x, i) => i >= system.Unknowns.Composite && i < system.Unknowns.Composite + (2 * _base.Goods) ? x + Math.Log(1 + _growth.Growth) : x)];
        return (new(year, solved, level, consumption, capitalPrice, invested, capital, [.. incomes.Select(income => invested * income / incomes.Sum())]), next);
    }

    private static SocialAccounts Balanced(SocialAccounts accounts, GrowthRules growth)
    {
        var index = accounts.Accounts.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
        var rows = accounts.Rows.Select(row => row.ToArray()).ToArray();
        var capital = rows[index[accounts.Factors[0]]].Sum();
        var factor = (growth.Growth + growth.Depreciation) / growth.Return * capital / accounts.Goods.Sum(good => accounts[good, "INV"]);
        foreach (var row in accounts.Goods.Select(good => rows[index[good]]))
        {
            row[index["GOV"]] -= (factor - 1) * row[index["INV"]];
            row[index["INV"]] *= factor;
        }

        double Bought(string account) => accounts.Goods.Sum(good => rows[index[good]][index[account]]);
        rows[index["INV"]][index["GOV"]] = 0;
        rows[index["GOV"]][index["HOH"]] = Bought("GOV") - rows[index["GOV"]][index["IDT"]] - rows[index["GOV"]][index["TRF"]];
        rows[index["INV"]][index["HOH"]] = Bought("INV") - rows[index["INV"]][index["EXT"]];
        return accounts with { Rows = rows };
    }
}
