using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Domain.Stress.Macro;

/// <summary>What an equilibrium means for an asset: its earnings, the rate they are discounted at, and the shift of its price level.</summary>
/// <remarks>
/// Price moves split into earnings and discount rate as in Campbell and Shiller (1988); the level follows Gordon's growth formula. With
/// π = Σ w·ln(real capital income), y = ln GDP and q = ln real exchange rate against the base year: earnings = leverage·π + exporter share·q,
/// discount = −ln(1 + Δk/(k − g)) with Δk = yield of lost output·max(0, −y) + the regime's risk premium.
/// </remarks>
public sealed record AssetMapping
{
    /// <summary>Weight of each sector in the asset's earnings; default equal.</summary>
    public IReadOnlyList<double>? SectorWeights { get; init; }

    /// <summary>How much earnings move with profits: 1.5 for an index, 2 for a share, 0 for what earns nothing. Default 1.5.</summary>
    public double Leverage { get; init; } = 1.5;

    /// <summary>Share of earnings that moves with the real exchange rate. Default 0.</summary>
    public double ExporterShare { get; init; }

    /// <summary>Discount rate less growth in normal times, a year; positive. Default 0.045.</summary>
    public double DiscountLessGrowth { get; init; } = 0.045;

    /// <summary>Rise of the discount rate for each unit of lost output. Default 0.05.</summary>
    public double OutputPremium { get; init; } = 0.05;

    /// <summary>Maps an equilibrium.</summary>
    /// <param name="equilibrium">The economy under the shock.</param>
    /// <param name="baseYear">The economy without it.</param>
    /// <param name="riskPremium">Rise of the equity premium in the regime, a year.</param>
    public AssetShift Of(Equilibrium equilibrium, Equilibrium baseYear, double riskPremium)
    {
        var count = equilibrium.RealCapitalIncome.Count;
        var profit = Enumerable.Range(0, count).Sum(j => (SectorWeights?[j] ?? (1.0 / count)) * Math.Log(equilibrium.RealCapitalIncome[j] / baseYear.RealCapitalIncome[j]));
        var output = Math.Log(equilibrium.RealOutput / baseYear.RealOutput);
        var exchange = Math.Log(equilibrium.RealExchangeRate / baseYear.RealExchangeRate);
        var earnings = (Leverage * profit) + (ExporterShare * exchange);
        var rise = (OutputPremium * Math.Max(0, -output)) + riskPremium;
        return new(profit, output, earnings, -Math.Log(1 + (rise / DiscountLessGrowth)));
    }

    /// <summary>The risk premium at which a total shift is met: how supervisors' equity paths are reproduced.</summary>
    /// <param name="shift">A shift of the same equilibrium, at any premium.</param>
    /// <param name="level">Logarithm of the price level wanted.</param>
    public double PremiumFor(AssetShift shift, double level) =>
        (DiscountLessGrowth * (Math.Exp(shift.Earnings - level) - 1)) - (OutputPremium * Math.Max(0, -shift.Output));
}

/// <summary>The shift of an asset's level, in logarithms against the base year.</summary>
/// <param name="Profit">π: real profits.</param>
/// <param name="Output">y: real gross domestic product.</param>
/// <param name="Earnings">The part that earnings explain.</param>
/// <param name="Discount">The part that the discount rate explains.</param>
public readonly record struct AssetShift(double Profit, double Output, double Earnings, double Discount)
{
    /// <summary>The whole shift.</summary>
    public double Level => Earnings + Discount;
}
