namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A change of what an economy takes as given. Lists are by good; an absent one changes nothing.</summary>
public sealed record EconomicShock
{
    /// <summary>Factor on each sector's productivity, positive.</summary>
    public IReadOnlyList<double>? Productivity { get; init; }

    /// <summary>Factor on the world price of each export, positive.</summary>
    public IReadOnlyList<double>? ExportPrice { get; init; }

    /// <summary>Factor on the world price of each import, positive.</summary>
    public IReadOnlyList<double>? ImportPrice { get; init; }

    /// <summary>Added to each tariff rate.</summary>
    public IReadOnlyList<double>? TariffAdded { get; init; }

    /// <summary>Replaces each tariff rate, before anything is added.</summary>
    public IReadOnlyList<double>? TariffRate { get; init; }

    /// <summary>Added to each indirect tax rate.</summary>
    public IReadOnlyList<double>? IndirectTaxAdded { get; init; }

    /// <summary>Factor on the endowment of each factor, positive; by factor, not by good.</summary>
    public IReadOnlyList<double>? Endowment { get; init; }

    /// <summary>Factor on foreign saving: 0 is a full sudden stop. Default 1.</summary>
    public double ForeignSaving { get; init; } = 1;

    /// <summary>Factor on the direct tax rate, not negative. Default 1.</summary>
    public double DirectTaxRate { get; init; } = 1;

    /// <summary>Factor on the households' saving rate, not negative. Default 1.</summary>
    public double SavingRate { get; init; } = 1;

    /// <summary>Factor on the quantities that the government buys where they are fixed, not negative. Default 1.</summary>
    public double GovernmentQuantity { get; init; } = 1;

    /// <summary>No change at all.</summary>
    public static EconomicShock None { get; } = new();

    /// <summary>The parts of some kinds; the rest is left as it was before the shock.</summary>
    /// <param name="kinds">Kinds to keep.</param>
    public EconomicShock Only(params IReadOnlyList<ShockKind> kinds)
    {
        T? Kept<T>(ShockKind kind, T? value, T? otherwise = default) => kinds.Contains(kind) ? value : otherwise;
        return new()
        {
            Productivity = Kept(ShockKind.Supply, Productivity),
            Endowment = Kept(ShockKind.Supply, Endowment),
            SavingRate = Kept(ShockKind.Demand, SavingRate, 1),
            GovernmentQuantity = Kept(ShockKind.Demand, GovernmentQuantity, 1),
            TariffAdded = Kept(ShockKind.Policy, TariffAdded),
            TariffRate = Kept(ShockKind.Policy, TariffRate),
            IndirectTaxAdded = Kept(ShockKind.Policy, IndirectTaxAdded),
            DirectTaxRate = Kept(ShockKind.Policy, DirectTaxRate, 1),
            ExportPrice = Kept(ShockKind.TermsOfTrade, ExportPrice),
            ImportPrice = Kept(ShockKind.TermsOfTrade, ImportPrice),
            ForeignSaving = Kept(ShockKind.Financial, ForeignSaving, 1),
        };
    }
}
