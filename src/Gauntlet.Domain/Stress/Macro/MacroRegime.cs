using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Domain.Stress.Macro;

/// <summary>What a regime does to the economy in a year: means and deviations of its shocks, in logarithms.</summary>
/// <remarks>
/// Shocks of all five kinds (<see cref="ShockKind"/>). Draws are normal. Every sector adds noise of its own to productivity; foreign saving is a
/// level and does not fall below 0; tariffs and taxes are points on their rates. In hard times households save out of caution and taxes give
/// relief; dear imports bring barriers, dearer budgets and thinner saving; a boom the reverse.
/// </remarks>
/// <param name="Productivity">Common productivity.</param>
/// <param name="ExportPrice">World price of exports.</param>
/// <param name="ImportPrice">World price of imports.</param>
/// <param name="ForeignSaving">Factor on foreign saving.</param>
/// <param name="Capital">Capital in use.</param>
/// <param name="Saving">Households' saving rate.</param>
/// <param name="Tariff">Added to all tariffs, a rate.</param>
/// <param name="Tax">Added to all indirect taxes, a rate.</param>
public sealed record MacroRegime(
    MacroDraw Productivity, MacroDraw ExportPrice, MacroDraw ImportPrice, MacroDraw ForeignSaving, MacroDraw Capital, MacroDraw Saving, MacroDraw Tariff, MacroDraw Tax)
{
    private const double SectorDeviation = 0.008;

    /// <summary>The regime's numbers.</summary>
    public static MacroRegime Of(Regime regime) => regime switch
    {
        Regime.Baseline => new(new(0.002, 0.005), new(0, 0.02), new(0, 0.02), new(1, 0.1), new(0, 0.004), new(0, 0.03), new(0, 0.003), new(0, 0.001)),
        Regime.Boom => new(new(0.015, 0.006), new(0.03, 0.02), new(0, 0.02), new(1.15, 0.1), new(0.008, 0.004), new(-0.04, 0.03), new(-0.002, 0.003), new(-0.001, 0.001)),
        Regime.Recession => new(new(-0.012, 0.006), new(-0.05, 0.025), new(-0.02, 0.02), new(0.75, 0.15), new(-0.012, 0.005), new(0.08, 0.04), new(0.005, 0.005), new(-0.002, 0.0015)),
        Regime.Stagflation => new(new(-0.012, 0.005), new(-0.01, 0.02), new(0.15, 0.04), new(0.9, 0.1), new(-0.005, 0.004), new(-0.03, 0.04), new(0.02, 0.01), new(0.002, 0.0015)),
        Regime.Crisis => new(new(-0.025, 0.008), new(-0.1, 0.03), new(-0.04, 0.03), new(0.35, 0.15), new(-0.035, 0.01), new(0.15, 0.06), new(0.005, 0.005), new(-0.003, 0.002)),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
    };

    /// <summary>The regime's mean shock.</summary>
    /// <param name="goods">Number of goods.</param>
    /// <param name="scale">Factor on all of it: 0 is no shock. Default 1.</param>
    /// <param name="factors">Number of factors, capital first. Default 2.</param>
    public EconomicShock Mean(int goods, double scale = 1, int factors = 2) => Shock(
        [.. Enumerable.Repeat(scale * Productivity.Mean, goods)], factors,
        scale * ExportPrice.Mean, scale * ImportPrice.Mean, Math.Max(0, 1 + (scale * (ForeignSaving.Mean - 1))), scale * Capital.Mean, scale * Saving.Mean, scale * Tariff.Mean, scale * Tax.Mean);

    /// <summary>Draws a shock.</summary>
    /// <param name="goods">Number of goods.</param>
    /// <param name="random">Source of the draws of supply, terms of trade and finance.</param>
    /// <param name="home">Source of the draws of demand and policy.</param>
    /// <param name="factors">Number of factors, capital first. Default 2.</param>
    public EconomicShock Draw(int goods, SeededRandom random, SeededRandom home, int factors = 2)
    {
        var common = Productivity.Next(random);
        return Shock(
            [.. Enumerable.Range(0, goods).Select(_ => common + (SectorDeviation * random.NextNormal()))], factors,
            ExportPrice.Next(random), ImportPrice.Next(random), Math.Max(0, ForeignSaving.Next(random)), Capital.Next(random), Saving.Next(home), Tariff.Next(home), Tax.Next(home));
    }

    /// <summary>How far a shock lies from the regime's mean, in standard deviations of all its parts together (Mahalanobis).</summary>
    /// <param name="shock">A shock as <see cref="Draw"/> makes them.</param>
    public double DistanceOf(EconomicShock shock)
    {
        double[] parts =
        [
            // The sectors' own noise averages out as 1/√n of its deviation.
            (shock.Productivity!.Average(Math.Log) - Productivity.Mean) / Math.Sqrt((Productivity.Deviation * Productivity.Deviation) + (SectorDeviation * SectorDeviation / shock.Productivity!.Count)),
            (Math.Log(shock.ExportPrice![0]) - ExportPrice.Mean) / ExportPrice.Deviation,
            (Math.Log(shock.ImportPrice![0]) - ImportPrice.Mean) / ImportPrice.Deviation,
            (shock.ForeignSaving - ForeignSaving.Mean) / ForeignSaving.Deviation,
            (Math.Log(shock.Endowment![0]) - Capital.Mean) / Capital.Deviation,
            (Math.Log(shock.SavingRate) - Saving.Mean) / Saving.Deviation,
            (shock.TariffAdded![0] - Tariff.Mean) / Tariff.Deviation,
            (shock.IndirectTaxAdded![0] - Tax.Mean) / Tax.Deviation,
        ];
        return Math.Sqrt(parts.Sum(part => part * part));
    }

    private static EconomicShock Shock(
        double[] productivity, int factors, double exports, double imports, double foreignSaving, double capital, double saving, double tariff, double tax) => new()
    {
        Productivity = [.. productivity.Select(Math.Exp)],
        ExportPrice = [.. productivity.Select(_ => Math.Exp(exports))],
        ImportPrice = [.. productivity.Select(_ => Math.Exp(imports))],
        ForeignSaving = foreignSaving,
        Endowment = [Math.Exp(capital), .. Enumerable.Repeat(1.0, factors - 1)],
        SavingRate = Math.Exp(saving),
        TariffAdded = [.. productivity.Select(_ => tariff)],
        IndirectTaxAdded = [.. productivity.Select(_ => tax)],
    };
}

/// <summary>A normal draw.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its standard deviation.</param>
public readonly record struct MacroDraw(double Mean, double Deviation)
{
    internal double Next(SeededRandom random) => Mean + (Deviation * random.NextNormal());
}
