using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>The equations of an equilibrium as residuals without units, with their exact Jacobian.</summary>
/// <remarks>
/// Zero profit of each sector, domestic demand = supply, composite demand = supply, each factor market but labour's, balance of payments,
/// numeraire; and the wage rule and the government's budget where the closure asks for them. The labour market is left out: it clears when
/// all others do (Walras' law), and says how well they did.
/// </remarks>
internal sealed class EquilibriumSystem(Economy economy, Closure closure)
{
    public Unknowns Unknowns { get; } = new(economy, closure);

    public Flows Flows(double[] point, bool derivatives = false) => new(economy, closure, Unknowns, point, derivatives);

    /// <summary>The residuals, each near its relative error.</summary>
    public Dual[] Residuals(Flows f)
    {
        var residuals = new List<Dual>(Unknowns.Count);
        for (var i = 0; i < economy.Goods; i++)
        {
            var good = i;
            residuals.Add(Dual.Log(f.UnitRevenue[i] / (f.OutputPrice[i] * (1 + economy.IndirectTax[i]))));
            residuals.Add(Dual.Log(f.DomesticDemand[i] / f.DomesticSupply[i]));
            var used = Enumerable.Range(0, economy.Goods).Where(j => economy.Intermediate[good][j] > 0).Aggregate(f.Household[i] + f.Government[i] + f.Investment[i], (sum, j) => sum + (f.Output[j] * economy.Intermediate[good][j]));
            residuals.Add((used / f.Composite[i]) - 1);
        }

        for (var h = 0; h < economy.Factors - 1; h++) AddFactorMarket(residuals, f, h);
        residuals.Add(Trade(f));
        residuals.Add(Dual.Log(NumerairePrice(f) / closure.NumeraireValue));
        if (Unknowns.Employment >= 0) residuals.Add(Dual.Log(f.Wage / f.ConsumerPrices) - (Dual.Log(f.EmploymentFactor) * closure.WageCurve));
        if (Unknowns.DirectTax >= 0) residuals.Add(f.GovernmentGap / f.FactorIncome);
        return [.. residuals];
    }

    /// <summary>Residuals and Jacobian at a point.</summary>
    public (Vector<double> Values, Matrix<double> Jacobian) Linearised(double[] point)
    {
        var residuals = Residuals(Flows(point, derivatives: true));
        return (
            Vector<double>.Build.Dense(residuals.Length, i => residuals[i].Value),
            Matrix<double>.Build.Dense(residuals.Length, Unknowns.Count, (i, j) => residuals[i].Gradient?[j] ?? 0));
    }

    /// <summary>Residuals alone.</summary>
    public Vector<double> Values(double[] point) => Vector<double>.Build.DenseOfEnumerable(Residuals(Flows(point)).Select(residual => residual.Value));

    /// <summary>Excess demand for labour, as a share of it.</summary>
    public static double LabourGap(Flows f) => (f.FactorUse[^1].Sum(use => use.Value) / f.Labour.Value) - 1;

    private void AddFactorMarket(List<Dual> residuals, Flows f, int factor)
    {
        if (factor == 0 && closure.Capital == CapitalMarket.Specific)
        {
            for (var j = 0; j < economy.Goods; j++) residuals.Add(Dual.Log(f.FactorUse[0][j] / (economy.BaseFactors[0][j] * economy.EndowmentFactor[0])));
            return;
        }

        residuals.Add((f.FactorUse[factor].Aggregate((Dual)0, (sum, use) => sum + use) / economy.Endowment(factor)) - 1);
    }

    // In units of the base year's output: trade itself may be small. Without any, nothing else says what foreign money is worth.
    private Dual Trade(Flows f)
    {
        if (!economy.Trades) return Dual.Log(f.ExchangeRate / closure.NumeraireValue);
        Dual balance = economy.ForeignSaving;
        for (var i = 0; i < economy.Goods; i++) balance = balance + (f.Exports[i] * economy.WorldExportPrice[i]) - (f.Imports[i] * economy.WorldImportPrice[i]);
        return balance / economy.BaseOutput.Sum();
    }

    private Dual NumerairePrice(Flows f) => closure.Numeraire switch
    {
        Numeraire.Wage => f.Wage,
        Numeraire.ConsumerPrices => f.ConsumerPrices,
        _ => f.ExchangeRate,
    };
}
