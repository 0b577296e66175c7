namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Unit costs, unit revenues and demands of the two trade nests, per unit of the composite or of output.</summary>
/// <remarks>
/// Armington (1969): imports and domestic goods make a composite by a constant elasticity of substitution. Powell and Gruen (1968): output
/// splits into exports and domestic sales by one of transformation. Duals of the forms in Hosoe, Gasawa and Hashimoto (2010), chapter 6.
/// </remarks>
internal static class TradeForms
{
    /// <summary>Price of the composite, given the import price with its tariff and the domestic price.</summary>
    public static Dual CompositePrice(Economy e, int i, Dual import, Dual domestic)
    {
        var sigma = e.Substitution;
        if (Calibration.IsUnit(sigma)) return PowerOr1(import / Safe(e.ImportShare[i]), e.ImportShare[i]) * Dual.Pow(domestic / e.DomesticShare[i], e.DomesticShare[i]) / e.CompositeScale[i];
        var cost = Dual.Pow(domestic, 1 - sigma) * Math.Pow(e.DomesticShare[i], sigma);
        if (e.ImportShare[i] > 0) cost += Dual.Pow(import, 1 - sigma) * Math.Pow(e.ImportShare[i], sigma);
        return Dual.Pow(cost, 1 / (1 - sigma)) / e.CompositeScale[i];
    }

    public static Dual ImportsPerUnit(Economy e, int i, Dual composite, Dual import) => PerUnit(e, i, e.ImportShare[i], composite, import);

    public static Dual DomesticPerUnit(Economy e, int i, Dual composite, Dual domestic) => PerUnit(e, i, e.DomesticShare[i], composite, domestic);

    /// <summary>Revenue of a unit of output.</summary>
    public static Dual UnitRevenue(Economy e, int i, Dual export, Dual domestic)
    {
        var psi = e.Transformation;
        var revenue = Dual.Pow(domestic, 1 + psi) * Math.Pow(e.DomesticSaleShare[i], -psi);
        if (e.ExportShare[i] > 0) revenue += Dual.Pow(export, 1 + psi) * Math.Pow(e.ExportShare[i], -psi);
        return Dual.Pow(revenue, 1 / (1 + psi)) / e.SplitScale[i];
    }

    public static Dual ExportsPerUnit(Economy e, int i, Dual taxedOutput, Dual export) => SoldPerUnit(e, i, e.ExportShare[i], taxedOutput, export);

    public static Dual DomesticSalesPerUnit(Economy e, int i, Dual taxedOutput, Dual domestic) => SoldPerUnit(e, i, e.DomesticSaleShare[i], taxedOutput, domestic);

    // γ^(σ − 1)·δ^σ·(pq/p)^σ, which is δ·pq/p at σ = 1.
    private static Dual PerUnit(Economy e, int i, double share, Dual composite, Dual price) => share > 0
        ? Dual.Pow(composite / price, e.Substitution) * (Math.Pow(share, e.Substitution) * Math.Pow(e.CompositeScale[i], e.Substitution - 1))
        : 0;

    // θ^(−1 − ψ)·ξ^(−ψ)·(p/((1 + τz)·pz))^ψ.
    private static Dual SoldPerUnit(Economy e, int i, double share, Dual taxedOutput, Dual price) => share > 0
        ? Dual.Pow(price / taxedOutput, e.Transformation) * (Math.Pow(share, -e.Transformation) * Math.Pow(e.SplitScale[i], -1 - e.Transformation))
        : 0;

    private static double Safe(double share) => share > 0 ? share : 1;

    private static Dual PowerOr1(Dual value, double exponent) => exponent > 0 ? Dual.Pow(value, exponent) : 1;
}
