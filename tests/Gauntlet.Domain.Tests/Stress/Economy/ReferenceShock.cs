using System.Text.Json;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Domain.Tests.Stress.Economy;

/// <summary>Shocks as the reference writes them.</summary>
internal static class ReferenceShock
{
    public static EconomicShock Of(JsonElement shock, IReadOnlyList<string> goods)
    {
        double[]? Factors(string name) => shock.TryGetProperty(name, out var found) ? [.. goods.Select(good => found.TryGetProperty(good, out var value) ? value.GetDouble() : 1)] : null;
        double[]? Rates(string name, string how) => shock.TryGetProperty(name, out var found) && found.EnumerateObject().First().Value.TryGetProperty(how, out _)
            ? [.. goods.Select(good => found.TryGetProperty(good, out var value) ? value.GetProperty(how).GetDouble() : 0)]
            : null;
        double Factor(string name) => shock.TryGetProperty(name, out var value) ? value.GetDouble() : 1;
        return new()
        {
            Productivity = Factors("tfp"),
            ExportPrice = Factors("world_export_price"),
            ImportPrice = Factors("world_import_price"),
            TariffRate = Rates("tariff_rate", "set"),
            TariffAdded = Rates("tariff_rate", "add"),
            IndirectTaxAdded = Rates("indirect_tax_rate", "add"),
            Endowment = shock.TryGetProperty("endowment", out var endowment) ? [.. new[] { "CAP", "LAB" }.Select(factor => endowment.TryGetProperty(factor, out var value) ? value.GetDouble() : 1)] : null,
            ForeignSaving = Factor("foreign_saving"),
            DirectTaxRate = Factor("direct_tax_rate"),
            SavingRate = Factor("private_saving_rate"),
            GovernmentQuantity = Factor("government_quantity"),
        };
    }
}
