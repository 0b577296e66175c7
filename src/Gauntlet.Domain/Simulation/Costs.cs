namespace Gauntlet.Domain.Simulation;

/// <summary>What trading costs on every fill: a fee in money, and a price worse than the market's.</summary>
/// <param name="FeeFraction">Fee as a fraction of the traded value. Default 0.0005.</param>
/// <param name="HalfSpreadFraction">Distance of bid and ask from the middle; a buy fills higher and a sale lower by it. Default 0.0001.</param>
/// <param name="SlippageFraction">What the price moves against us until the fill. Default 0.0001.</param>
/// <remarks>Limit orders rest at their price: they pay no spread and no slippage.</remarks>
public sealed record Costs(double FeeFraction = 0.0005, double HalfSpreadFraction = 0.0001, double SlippageFraction = 0.0001)
{
    /// <summary>Nothing costs anything: for arithmetic and tests, never for a verdict.</summary>
    public static Costs None { get; } = new(0, 0, 0);

    /// <summary>Fee in money for each unit, on top of the fraction. Default 0.</summary>
    public double FeePerUnit { get; init; }

    /// <summary>Least fee of a fill, in money. Default 0.</summary>
    public double MinimumFee { get; init; }

    /// <summary>Largest fee of a fill as a fraction of its value, above the minimum too. Default 1.</summary>
    public double MaximumFeeFraction { get; init; } = 1;

    /// <summary>Fractions by traded volume, in place of <see cref="FeeFraction"/>; null (the default) for none.</summary>
    public FeeTiers? Tiers { get; init; }

    /// <summary>Slippage that a fill of a bar's whole volume would have, as a fraction; it grows with the square of the share. Default 0.</summary>
    public double VolumeShareImpact { get; init; }

    /// <summary>Slippage in bar volatilities that a fill of a bar's whole volume would have; it grows with the square root of the share. Default 0.</summary>
    /// <remarks>Square-root law of market impact, Almgren et al. (2005), Tóth et al. (2011); about 1. Volatility is that of the closes, exponentially weighted by 0.94.</remarks>
    public double SquareRootImpact { get; init; }

    /// <summary>All costs times a factor, for cost stress.</summary>
    /// <param name="factor">Not negative.</param>
    public Costs Scaled(double factor) => new(FeeFraction * factor, HalfSpreadFraction * factor, SlippageFraction * factor)
    {
        FeePerUnit = FeePerUnit * factor,
        MinimumFee = MinimumFee * factor,
        MaximumFeeFraction = Math.Min(1, MaximumFeeFraction * factor),
        Tiers = Tiers?.Scaled(factor),
        VolumeShareImpact = VolumeShareImpact * factor,
        SquareRootImpact = SquareRootImpact * factor,
    };
}
