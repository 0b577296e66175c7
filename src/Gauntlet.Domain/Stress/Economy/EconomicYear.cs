namespace Gauntlet.Domain.Stress.Economy;

/// <summary>A year of an economy that grows. Prices are in units of the base year's composite goods: Σ pq·Q₀/ΣQ₀ = 1.</summary>
/// <param name="Year">Years since the base year.</param>
/// <param name="Equilibrium">The year's equilibrium, in its own unit of prices; quantities do not depend on it.</param>
/// <param name="PriceLevel">What a nominal value of <paramref name="Equilibrium"/> is divided by.</param>
/// <param name="Consumption">Household consumption as one good, equal to spending in the base year.</param>
/// <param name="CapitalPrice">Price of a unit of investment.</param>
/// <param name="Investment">Investment as one good.</param>
/// <param name="Capital">Stock of each sector at the start of the year.</param>
/// <param name="InvestmentBySector">What is added to it.</param>
public sealed record EconomicYear(
    int Year,
    Equilibrium Equilibrium,
    double PriceLevel,
    double Consumption,
    double CapitalPrice,
    double Investment,
    IReadOnlyList<double> Capital,
    IReadOnlyList<double> InvestmentBySector);
