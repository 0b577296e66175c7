namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Everything that happens in an economy at given prices and outputs, with derivatives. The equations say which prices and outputs are right.</summary>
internal sealed class Flows
{
    private readonly Economy _economy;
    private readonly Closure _closure;

    public Flows(Economy economy, Closure closure, Unknowns unknowns, IReadOnlyList<double> point, bool derivatives)
    {
        (_economy, _closure) = (economy, closure);
        Dual At(int index) => derivatives ? Dual.Unknown(point[index], index, unknowns.Count) : point[index];
        Dual[] Exponentials(int first) => [.. Enumerable.Range(0, economy.Goods).Select(i => Dual.Exp(At(first + i)))];

        var prices = Enumerable.Range(0, unknowns.ExchangeRate).Select(i => Dual.Exp(At(i))).ToArray();
        FactorPrice = [.. Enumerable.Range(0, economy.Factors).Select(h => Enumerable.Range(0, economy.Goods).Select(j => prices[unknowns.FactorPrice(h, j)]).ToArray())];
        Wage = prices[^1];
        ExchangeRate = Dual.Exp(At(unknowns.ExchangeRate));
        DomesticPrice = Exponentials(unknowns.DomesticPrice);
        Composite = Exponentials(unknowns.Composite);
        Output = Exponentials(unknowns.Output);
        EmploymentFactor = unknowns.Employment >= 0 ? Dual.Exp(At(unknowns.Employment)) : 1;
        DirectTaxRate = (unknowns.DirectTax >= 0 ? Dual.Exp(At(unknowns.DirectTax)) : 1) * economy.DirectTax;
        SetPrices();
        SetQuantities();
        SetIncomes();
    }

    public Dual[][] FactorPrice { get; }

    public Dual Wage { get; }

    public Dual ExchangeRate { get; }

    public Dual[] DomesticPrice { get; }

    public Dual[] Composite { get; }

    public Dual[] Output { get; }

    public Dual EmploymentFactor { get; }

    public Dual DirectTaxRate { get; }

    public Dual[] ImportPrice { get; private set; } = [];

    public Dual[] ExportPrice { get; private set; } = [];

    public Dual[] CompositePrice { get; private set; } = [];

    public Dual[] ValueAddedPrice { get; private set; } = [];

    public Dual[] OutputPrice { get; private set; } = [];

    /// <summary>What a unit of output brings at home and abroad together.</summary>
    public Dual[] UnitRevenue { get; private set; } = [];

    public Dual[][] FactorUse { get; private set; } = [];

    public Dual[] Imports { get; private set; } = [];

    public Dual[] Exports { get; private set; } = [];

    public Dual[] DomesticDemand { get; private set; } = [];

    public Dual[] DomesticSupply { get; private set; } = [];

    public Dual ConsumerPrices { get; private set; }

    public Dual FactorIncome { get; private set; }

    public Dual DirectTax { get; private set; }

    public Dual[] IndirectTax { get; private set; } = [];

    public Dual[] TariffRevenue { get; private set; } = [];

    public Dual HouseholdSaving { get; private set; }

    public Dual GovernmentSaving { get; private set; }

    /// <summary>Revenue less saving less spending: 0 in equilibrium, and by itself where saving gives way.</summary>
    public Dual GovernmentGap { get; private set; }

    public Dual[] Household { get; private set; } = [];

    public Dual[] Government { get; private set; } = [];

    public Dual[] Investment { get; private set; } = [];

    /// <summary>Labour that there is.</summary>
    public Dual Labour => _economy.Endowment(_economy.Factors - 1) * EmploymentFactor;

    private static Dual Sum(IEnumerable<Dual> terms) => terms.Aggregate((Dual)0, (sum, term) => sum + term);

    private Dual[] Each(Func<int, Dual> of) => [.. Enumerable.Range(0, _economy.Goods).Select(of)];

    private void SetPrices()
    {
        var e = _economy;
        ImportPrice = Each(i => ExchangeRate * e.WorldImportPrice[i]);
        ExportPrice = Each(i => ExchangeRate * e.WorldExportPrice[i]);
        CompositePrice = Each(i => TradeForms.CompositePrice(e, i, ImportPrice[i] * (1 + e.Tariff[i]), DomesticPrice[i]));
        ValueAddedPrice = Each(j => Enumerable.Range(0, e.Factors).Aggregate((Dual)(1 / e.Productivity[j]), (product, h) => product * Dual.Pow(FactorPrice[h][j] / e.Beta[h][j], e.Beta[h][j])));
        OutputPrice = Each(j => (ValueAddedPrice[j] * e.ValueAdded[j]) + Sum(Enumerable.Range(0, e.Goods).Where(i => e.Intermediate[i][j] > 0).Select(i => CompositePrice[i] * e.Intermediate[i][j])));
        UnitRevenue = Each(i => TradeForms.UnitRevenue(e, i, ExportPrice[i], DomesticPrice[i]));
        ConsumerPrices = Sum(Enumerable.Range(0, e.Goods).Select(i => CompositePrice[i] * e.BaseHousehold[i])) / e.BaseHousehold.Sum();
    }

    private void SetQuantities()
    {
        var e = _economy;
        FactorUse = [.. Enumerable.Range(0, e.Factors).Select(h => Each(j => ValueAddedPrice[j] * Output[j] * (e.Beta[h][j] * e.ValueAdded[j]) / FactorPrice[h][j]))];
        Imports = Each(i => TradeForms.ImportsPerUnit(e, i, CompositePrice[i], ImportPrice[i] * (1 + e.Tariff[i])) * Composite[i]);
        DomesticDemand = Each(i => TradeForms.DomesticPerUnit(e, i, CompositePrice[i], DomesticPrice[i]) * Composite[i]);
        Exports = Each(i => TradeForms.ExportsPerUnit(e, i, OutputPrice[i] * (1 + e.IndirectTax[i]), ExportPrice[i]) * Output[i]);
        DomesticSupply = Each(i => TradeForms.DomesticSalesPerUnit(e, i, OutputPrice[i] * (1 + e.IndirectTax[i]), DomesticPrice[i]) * Output[i]);
    }

    private void SetIncomes()
    {
        var e = _economy;
        var capital = _closure.Capital == CapitalMarket.Specific
            ? Sum(Enumerable.Range(0, e.Goods).Select(j => FactorPrice[0][j] * (e.BaseFactors[0][j] * e.EndowmentFactor[0])))
            : FactorPrice[0][0] * e.Endowment(0);
        FactorIncome = capital + Sum(Enumerable.Range(1, e.Factors - 2).Select(h => FactorPrice[h][0] * e.Endowment(h))) + (Wage * Labour);
        DirectTax = FactorIncome * DirectTaxRate;
        HouseholdSaving = (e.SavesFromDisposableIncome ? FactorIncome - DirectTax : FactorIncome) * e.HouseholdSaving;
        IndirectTax = Each(j => OutputPrice[j] * Output[j] * e.IndirectTax[j]);
        TariffRevenue = Each(i => ImportPrice[i] * Imports[i] * e.Tariff[i]);
        var revenue = DirectTax + Sum(IndirectTax) + Sum(TariffRevenue);
        if (_closure.Government == GovernmentBudget.Share)
        {
            GovernmentSaving = revenue * e.GovernmentSaving;
            Government = Each(i => (revenue - GovernmentSaving) * e.GovernmentShare[i] / CompositePrice[i]);
        }
        else
        {
            Government = Each(i => e.BaseGovernment[i] * e.GovernmentQuantity);
            var spending = Sum(Enumerable.Range(0, e.Goods).Select(i => CompositePrice[i] * Government[i]));
            GovernmentSaving = _closure.Government == GovernmentBudget.FixedSpending ? revenue - spending : revenue * e.GovernmentSaving;
            GovernmentGap = revenue - GovernmentSaving - spending;
        }

        var saved = HouseholdSaving + GovernmentSaving + (ExchangeRate * e.ForeignSaving);
        Investment = Each(i => saved * e.InvestmentShare[i] / CompositePrice[i]);
        Household = Each(i => (FactorIncome - HouseholdSaving - DirectTax) * e.Alpha[i] / CompositePrice[i]);
    }
}
