using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Named;

/// <summary>One shock with a name, and what markets are said to make of it.</summary>
/// <remarks>
/// Published paths are met in what they state: the size of the real shock gives the fall of output, the risk premium the fall of equities, the
/// multiplier the peak of volatility. The rest follows from the economy and is not the supervisor's.
/// </remarks>
/// <param name="Name">Name as users type it.</param>
/// <param name="About">What it is and where its figures come from.</param>
/// <param name="Regime">Regime that its market side is like.</param>
/// <param name="Shock">The shock to the textbook economy.</param>
public sealed record NamedScenario(string Name, string About, Regime Regime, EconomicShock Shock)
{
    /// <summary>Fall of equities that the risk premium is set to meet, as a return; null keeps the regime's premium.</summary>
    public double? EquityReturn { get; init; }

    /// <summary>Peak of volatility over the usual one; null keeps the regime's.</summary>
    public double? PeakVolatility { get; init; }

    /// <summary>The scenarios that are shipped.</summary>
    public static IReadOnlyList<NamedScenario> All { get; } =
    [
        new("fed-2025", "Federal Reserve, severely adverse 2025: output −7.8 %, equities −50 %.", Regime.Crisis, World(Regime.Crisis, 0.747427)) { EquityReturn = -0.5 },
        // A volatility index of 72 is 4.3 times a daily deviation of 1.05 %.
        new("fed-2026", "Federal Reserve, severely adverse 2026: the same real shock, equities −58 %, volatility index at 72.", Regime.Crisis, World(Regime.Crisis, 0.747427)) { EquityReturn = -0.58, PeakVolatility = 4.3 },
        new("eba-2025", "European Banking Authority, adverse 2025: output −6.3 % over three years, tariffs ten points up, prices rising.", Regime.Stagflation, World(Regime.Stagflation, 0.846353) with { TariffAdded = [0.1, 0.1] }),
        new("tariff-war", "Tariffs of 25 % at home and abroad, which takes a tenth off export prices.", Regime.Recession, new() { TariffRate = [0.25, 0.25], ExportPrice = [0.9, 0.9] }),
        new("sudden-stop", "Foreign saving stops: the current account has to balance at once.", Regime.Crisis, new() { ForeignSaving = 0 }),
        new("oil-shock", "Import prices up by a quarter.", Regime.Stagflation, new() { ImportPrice = [1.25, 1.25] }),
    ];

    /// <summary>Id of its model.</summary>
    public string Id => Name + "@1";

    // Policy and demand are the scenario's own: the published paths were met without those of the regime.
    private static EconomicShock World(Regime regime, double scale) => MacroRegime.Of(regime).Mean(2, scale).Only(ShockKind.Supply, ShockKind.TermsOfTrade, ShockKind.Financial);
}
