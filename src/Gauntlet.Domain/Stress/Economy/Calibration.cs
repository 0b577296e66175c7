namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Finds the parameters under which the base year is an equilibrium with all prices 1.</summary>
/// <remarks>Hosoe, Gasawa and Hashimoto (2010), chapter 6; at an elasticity of exactly 1 the Cobb–Douglas limits.</remarks>
internal static class Calibration
{
    // 1/(1 − σ) loses all digits nearer to 1.
    private const double UnitElasticity = 1e-6;

    public static bool IsUnit(double elasticity) => Math.Abs(elasticity - 1) < UnitElasticity;

    public static Economy Of(SocialAccounts accounts, double? substitution = null, double? transformation = null)
    {
        var (goods, factors) = (accounts.Goods, accounts.Factors);
        double[] By(Func<string, double> of) => [.. goods.Select(of)];
        var tariff0 = By(i => accounts["TRF", i]);
        var tax0 = By(i => accounts["IDT", i]);
        var imports = By(i => accounts["EXT", i]);
        var exports = By(i => accounts[i, "EXT"]);
        var use = factors.Select(h => By(j => accounts[h, j])).ToArray();
        var added = goods.Select((_, j) => use.Sum(row => row[j])).ToArray();
        var intermediate = goods.Select(i => By(j => accounts[i, j])).ToArray();
        var output = goods.Select((_, j) => added[j] + intermediate.Sum(row => row[j])).ToArray();
        var household = By(i => accounts[i, "HOH"]);
        var government = By(i => accounts[i, "GOV"]);
        var investment = By(i => accounts[i, "INV"]);
        var indirect = tax0.Zip(output, (tax, z) => tax / z).ToArray();
        var tariff = tariff0.Zip(imports, (duty, m) => m > 0 ? duty / m : 0).ToArray();
        var domestic = goods.Select((_, i) => ((1 + indirect[i]) * output[i]) - exports[i]).ToArray();
        var composite = goods.Select((_, i) => ((1 + tariff[i]) * imports[i]) + domestic[i]).ToArray();
        var income = use.Sum(row => row.Sum());
        var (directTax, saving, governmentSaving) = (accounts["GOV", "HOH"], accounts["INV", "HOH"], accounts["INV", "GOV"]);
        var revenue = directTax + tax0.Sum() + tariff0.Sum();
        var (sigma, psi) = (substitution ?? accounts.Substitution, transformation ?? accounts.Transformation);
        var armington = goods.Select((_, i) => Shares((1 + tariff[i]) * Power(imports[i], 1 / sigma), Power(domestic[i], 1 / sigma), (1 + tariff[i]) * imports[i], domestic[i], sigma)).ToArray();
        var split = goods.Select((_, i) => Shares(Power(exports[i], -1 / psi), Power(domestic[i], -1 / psi), exports[i], domestic[i], double.NaN)).ToArray();

        return new()
        {
            Accounts = accounts,
            BaseFactors = use,
            BaseHousehold = household,
            BaseGovernment = government,
            BaseOutput = output,
            BaseComposite = composite,
            BaseDomestic = domestic,
            Substitution = sigma,
            Transformation = psi,
            Alpha = [.. household.Select(x => x / household.Sum())],
            Beta = [.. use.Select(row => row.Zip(added, (f, y) => f / y).ToArray())],
            Productivity = [.. goods.Select((_, j) => added[j] / use.Aggregate(1.0, (product, row) => product * Math.Pow(row[j], row[j] / added[j])))],
            Intermediate = [.. intermediate.Select(row => row.Zip(output, (x, z) => x / z).ToArray())],
            ValueAdded = [.. added.Zip(output, (y, z) => y / z)],
            GovernmentShare = [.. government.Select(x => government.Sum() > 0 ? x / government.Sum() : 0)],
            InvestmentShare = [.. investment.Select(x => investment.Sum() > 0 ? x / investment.Sum() : 0)],
            ImportShare = [.. armington.Select(share => share.First)],
            DomesticShare = [.. armington.Select(share => share.Second)],
            CompositeScale = [.. goods.Select((_, i) => composite[i] / Aggregate(armington[i], imports[i], domestic[i], (sigma - 1) / sigma))],
            ExportShare = [.. split.Select(share => share.First)],
            DomesticSaleShare = [.. split.Select(share => share.Second)],
            SplitScale = [.. goods.Select((_, i) => output[i] / Aggregate(split[i], exports[i], domestic[i], (psi + 1) / psi))],
            IndirectTax = indirect,
            Tariff = tariff,
            DirectTax = directTax / income,
            HouseholdSaving = saving / income,
            GovernmentSaving = revenue > 0 ? governmentSaving / revenue : 0,
            ForeignSaving = accounts["INV", "EXT"],
            WorldExportPrice = [.. goods.Select(_ => 1.0)],
            WorldImportPrice = [.. goods.Select(_ => 1.0)],
            EndowmentFactor = [.. factors.Select(_ => 1.0)],
        };
    }

    // A good that is not traded has no share at all, whatever the exponent.
    private static double Power(double quantity, double exponent) => quantity > 0 ? Math.Pow(quantity, exponent) : 0;

    private static (double First, double Second) Shares(double first, double second, double firstValue, double secondValue, double elasticity) =>
        IsUnit(elasticity) ? (firstValue / (firstValue + secondValue), secondValue / (firstValue + secondValue)) : (first / (first + second), second / (first + second));

    private static double Aggregate((double First, double Second) share, double first, double second, double exponent) => Math.Abs(exponent) < UnitElasticity
        ? Power(first, share.First) * Power(second, share.Second)
        : Math.Pow((share.First * Power(first, exponent)) + (share.Second * Power(second, exponent)), 1 / exponent);
}
