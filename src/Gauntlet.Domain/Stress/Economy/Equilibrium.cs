namespace Gauntlet.Domain.Stress.Economy;

/// <summary>An economy after a shock, beside its base year. Quantities are in base-year prices; lists are by good.</summary>
public sealed class Equilibrium
{
    private readonly Economy _base, _economy;
    private readonly Flows _flows;
    private readonly Lazy<EquilibriumChecks> _checks;

    internal Equilibrium(Economy original, Economy economy, Closure closure, EquilibriumSystem system, double[] point, int iterations)
    {
        (_base, _economy, _flows) = (original, economy, system.Flows(point));
        // They cost as much as a step of the solver, and thousands of scenarios are made without anybody asking.
        _checks = new(() => EquilibriumChecks.Of(economy, closure, system, point, this, iterations));
    }

    /// <summary>How good the solution is.</summary>
    public EquilibriumChecks Checks => _checks.Value;

    /// <summary>Price of the base year's consumption.</summary>
    public double ConsumerPrices => _flows.ConsumerPrices.Value;

    /// <summary>Home currency a unit of foreign currency.</summary>
    public double ExchangeRate => _flows.ExchangeRate.Value;

    /// <summary>Exchange rate over consumer prices.</summary>
    public double RealExchangeRate => ExchangeRate / ConsumerPrices;

    /// <summary>Household consumption.</summary>
    public IReadOnlyList<double> Household => Values(_flows.Household);

    /// <summary>Government consumption.</summary>
    public IReadOnlyList<double> Government => Values(_flows.Government);

    /// <summary>Investment.</summary>
    public IReadOnlyList<double> Investment => Values(_flows.Investment);

    /// <summary>Output of each sector.</summary>
    public IReadOnlyList<double> Output => Values(_flows.Output);

    /// <summary>Exports.</summary>
    public IReadOnlyList<double> Exports => Values(_flows.Exports);

    /// <summary>Imports.</summary>
    public IReadOnlyList<double> Imports => Values(_flows.Imports);

    /// <summary>Supply of the composite of imports and domestic goods.</summary>
    public IReadOnlyList<double> Composite => Values(_flows.Composite);

    /// <summary>Domestic goods sold at home.</summary>
    public IReadOnlyList<double> Domestic => Values(_flows.DomesticSupply);

    /// <summary>Prices of the composites.</summary>
    public IReadOnlyList<double> CompositePrices => Values(_flows.CompositePrice);

    /// <summary>Prices of output before its tax.</summary>
    public IReadOnlyList<double> OutputPrices => Values(_flows.OutputPrice);

    /// <summary>Prices of domestic goods at home.</summary>
    public IReadOnlyList<double> DomesticPrices => Values(_flows.DomesticPrice);

    /// <summary>Saving of the government, in prices of the numeraire.</summary>
    public double GovernmentSaving => _flows.GovernmentSaving.Value;

    /// <summary>Saving of households, in prices of the numeraire.</summary>
    public double HouseholdSaving => _flows.HouseholdSaving.Value;

    /// <summary>Direct tax, in prices of the numeraire.</summary>
    public double DirectTax => _flows.DirectTax.Value;

    /// <summary>Labour that works.</summary>
    public double Employment => _flows.Labour.Value;

    /// <summary>Gross domestic product at base-year prices.</summary>
    public double RealOutput => Household.Sum() + Government.Sum() + Investment.Sum() + Exports.Sum() - Imports.Sum();

    /// <summary>Gross domestic product from the income side, in prices of the numeraire.</summary>
    public double NominalOutput => _flows.FactorIncome.Value + _flows.IndirectTax.Sum(tax => tax.Value) + _flows.TariffRevenue.Sum(tax => tax.Value);

    /// <summary>The same from the expenditure side; equal, or the solution is none.</summary>
    public double NominalExpenditure => Enumerable.Range(0, _economy.Goods).Sum(i =>
        (CompositePrices[i] * (Household[i] + Government[i] + Investment[i])) + (_flows.ExportPrice[i].Value * Exports[i]) - (_flows.ImportPrice[i].Value * Imports[i]));

    /// <summary>Income of capital in each sector, over consumer prices: profits.</summary>
    public IReadOnlyList<double> RealCapitalIncome => [.. Enumerable.Range(0, _economy.Goods).Select(j => _flows.FactorPrice[0][j].Value * _flows.FactorUse[0][j].Value / ConsumerPrices)];

    /// <summary>Use of a factor by each sector.</summary>
    /// <param name="factor">Number of the factor.</param>
    public IReadOnlyList<double> FactorUse(int factor) => Values(_flows.FactorUse[factor]);

    /// <summary>Price of a factor in each sector.</summary>
    /// <param name="factor">Number of the factor.</param>
    public IReadOnlyList<double> FactorPrices(int factor) => Values(_flows.FactorPrice[factor]);

    /// <summary>Utility of households, Π X^α.</summary>
    public double Utility => Enumerable.Range(0, _economy.Goods).Aggregate(1.0, (product, i) => product * Math.Pow(Household[i], _economy.Alpha[i]));

    /// <summary>What the change of utility is worth at base-year prices (Hicks' equivalent variation).</summary>
    public double EquivalentVariation
    {
        get
        {
            double before = 1, unit = 1;
            for (var i = 0; i < _base.Goods; i++)
            {
                before *= Math.Pow(_base.BaseHousehold[i], _base.Alpha[i]);
                if (_base.Alpha[i] > 0) unit *= Math.Pow(_base.Alpha[i], _base.Alpha[i]);
            }

            return (Utility - before) / unit;
        }
    }

    private static double[] Values(Dual[] numbers) => [.. numbers.Select(number => number.Value)];
}
