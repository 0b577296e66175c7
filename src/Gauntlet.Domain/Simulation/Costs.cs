namespace Gauntlet.Domain.Simulation;

/// <summary>What trading costs, each as a fraction of the traded value, on every fill.</summary>
/// <param name="FeeFraction">Paid to the venue. Default 0.0005.</param>
/// <param name="HalfSpreadFraction">Distance of bid and ask from the middle; a buy fills higher and a sale lower by it. Default 0.0001.</param>
/// <param name="SlippageFraction">What the price moves against us until the fill. Default 0.0001.</param>
public sealed record Costs(double FeeFraction = 0.0005, double HalfSpreadFraction = 0.0001, double SlippageFraction = 0.0001)
{
    /// <summary>Nothing costs anything: for arithmetic and tests, never for a verdict.</summary>
    public static Costs None { get; } = new(0, 0, 0);

    /// <summary>All costs times a factor, for cost stress.</summary>
    /// <param name="factor">Not negative.</param>
    public Costs Scaled(double factor) => new(FeeFraction * factor, HalfSpreadFraction * factor, SlippageFraction * factor);
}
