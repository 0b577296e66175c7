using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>Applies a shock to an economy, whole or in part.</summary>
internal static class ShockedEconomy
{
    /// <param name="economy">The calibrated economy.</param>
    /// <param name="shock">The shock.</param>
    /// <param name="share">How much of it, from 0 to 1: continuation walks up to the whole.</param>
    /// <exception cref="InvalidInputException">A list of the wrong length, or a factor out of range.</exception>
    public static Economy Of(Economy economy, EconomicShock shock, double share = 1)
    {
        double Part(double factor) => 1 + (share * (factor - 1));
        var goods = economy.Accounts.Goods;
        double[] Scaled(string field, double[] values, IReadOnlyList<double>? factors, IReadOnlyList<string> names) =>
            factors is null ? values : [.. values.Zip(Checked(field, factors, names, positive: true), (value, factor) => value * Part(factor))];
        return economy with
        {
            Productivity = Scaled(nameof(shock.Productivity), economy.Productivity, shock.Productivity, goods),
            WorldExportPrice = Scaled(nameof(shock.ExportPrice), economy.WorldExportPrice, shock.ExportPrice, goods),
            WorldImportPrice = Scaled(nameof(shock.ImportPrice), economy.WorldImportPrice, shock.ImportPrice, goods),
            EndowmentFactor = Scaled(nameof(shock.Endowment), economy.EndowmentFactor, shock.Endowment, economy.Accounts.Factors),
            Tariff = Moved(nameof(shock.TariffAdded), Replaced(economy.Tariff, shock, goods, share), shock.TariffAdded, goods, share),
            IndirectTax = Moved(nameof(shock.IndirectTaxAdded), economy.IndirectTax, shock.IndirectTaxAdded, goods, share),
            ForeignSaving = economy.ForeignSaving * Part(Finite(nameof(shock.ForeignSaving), shock.ForeignSaving, double.NegativeInfinity)),
            DirectTax = economy.DirectTax * Part(Finite(nameof(shock.DirectTaxRate), shock.DirectTaxRate, 0)),
            HouseholdSaving = economy.HouseholdSaving * Part(Finite(nameof(shock.SavingRate), shock.SavingRate, 0)),
            GovernmentQuantity = Part(Finite(nameof(shock.GovernmentQuantity), shock.GovernmentQuantity, 0)),
        };
    }

    private static double[] Replaced(double[] rates, EconomicShock shock, IReadOnlyList<string> goods, double share) => shock.TariffRate is null
        ? rates
        : [.. rates.Zip(Checked(nameof(shock.TariffRate), shock.TariffRate, goods, positive: false), (rate, wanted) => rate + (share * (wanted - rate)))];

    private static double[] Moved(string field, double[] rates, IReadOnlyList<double>? added, IReadOnlyList<string> goods, double share) =>
        added is null ? rates : [.. rates.Zip(Checked(field, added, goods, positive: false), (rate, more) => rate + (share * more))];

    private static IReadOnlyList<double> Checked(string field, IReadOnlyList<double> values, IReadOnlyList<string> names, bool positive)
    {
        if (values.Count != names.Count) throw new InvalidInputException(field, $"{values.Count}", $"{field} has {values.Count} values for {names.Count} accounts ({string.Join(", ", names)}); give one each.");
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]) || (positive ? values[i] <= 0 : values[i] <= -1))
                throw new InvalidInputException(field, $"{values[i]}", $"{field} of {names[i]} is {values[i]}; give {(positive ? "a positive factor" : "a rate above -1")}.");
        }

        return values;
    }

    private static double Finite(string field, double value, double lowest) => double.IsFinite(value) && value >= lowest
        ? value
        : throw new InvalidInputException(field, $"{value}", $"{field} is {value}; give a finite factor{(double.IsFinite(lowest) ? $" of at least {lowest}" : "")}.");
}
