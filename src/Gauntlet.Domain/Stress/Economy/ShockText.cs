using System.Globalization;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A shock in words, kind by kind.</summary>
public static class ShockText
{
    // Less than a hundredth of a per cent is no news.
    private const double Silent = 0.00005;

    /// <summary>The kind's name.</summary>
    public static string Of(ShockKind kind) => kind == ShockKind.TermsOfTrade ? "terms of trade" : kind.ToString().ToLowerInvariant();

    /// <summary>What changes, each part under its kind, such as <c>demand: saving rate +15.0 %; financial: foreign saving × 0.35</c>. Lists by good give their mean.</summary>
    /// <param name="shock">The shock.</param>
    /// <returns>The text; <c>no shock</c> where nothing changes.</returns>
    public static string Of(EconomicShock shock)
    {
        var kinds = Enum.GetValues<ShockKind>().Select(kind => (Kind: kind, Text: string.Join(", ", Parts(shock, kind)))).Where(one => one.Text.Length > 0).ToList();
        return kinds.Count == 0 ? "no shock" : string.Join("; ", kinds.Select(one => $"{Of(one.Kind)}: {one.Text}"));
    }

    private static IEnumerable<string> Parts(EconomicShock shock, ShockKind kind)
    {
        IEnumerable<string?> parts = kind switch
        {
            ShockKind.Supply => [Change("productivity", shock.Productivity), .. Endowments(shock.Endowment)],
            ShockKind.Demand => [Change("saving rate", shock.SavingRate), Change("government purchases", shock.GovernmentQuantity)],
            ShockKind.Policy => [Rate(shock.TariffRate), Points("tariffs", shock.TariffAdded), Points("indirect taxes", shock.IndirectTaxAdded), Change("direct tax rate", shock.DirectTaxRate)],
            ShockKind.TermsOfTrade => [Change("export prices", shock.ExportPrice), Change("import prices", shock.ImportPrice)],
            _ => [Math.Abs(shock.ForeignSaving - 1) < Silent ? null : string.Create(CultureInfo.InvariantCulture, $"foreign saving × {shock.ForeignSaving:F2}")],
        };
        return parts.OfType<string>();
    }

    private static IEnumerable<string?> Endowments(IReadOnlyList<double>? factors) => factors is null
        ? []
        : factors.Select((factor, i) => Change(i == 0 ? "capital" : i == factors.Count - 1 ? "labour" : $"factor {i + 1}", factor));

    private static string? Change(string what, IReadOnlyList<double>? factors) => factors is null ? null : Change(what, factors.Average());

    private static string? Change(string what, double factor) => Signed(what, factor - 1, "\u00a0%");

    private static string? Points(string what, IReadOnlyList<double>? added) => added is null ? null : Signed(what, added.Average(), " points");

    private static string? Rate(IReadOnlyList<double>? rates) => rates is null ? null : string.Create(CultureInfo.InvariantCulture, $"tariffs at {100 * rates.Average():F1}\u00a0%");

    private static string? Signed(string what, double change, string unit) => Math.Abs(change) < Silent
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what} {(change < 0 ? '\u2212' : '+')}{Math.Abs(100 * change):F1}{unit}");
}
