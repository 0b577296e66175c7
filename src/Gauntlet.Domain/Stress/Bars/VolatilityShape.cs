namespace Gauntlet.Domain.Stress.Bars;

/// <summary>How a market's volatility clusters and how heavy its tails are.</summary>
/// <param name="Reaction">α: weight of the last bar's news in the next bar's variance, not negative.</param>
/// <param name="Asymmetry">c: by how many deviations falls count as larger news than rises, not negative.</param>
/// <param name="Freedom">ν: degrees of freedom of the tails, even, at least 6; the lower the heavier.</param>
public sealed record VolatilityShape(double Reaction, double Asymmetry, int Freedom)
{
    /// <summary>Weight of the last bar's variance in the next bar's.</summary>
    public const double Persistence = 0.71;

    /// <summary>That of an equity index by the day, which its stylised facts were met with.</summary>
    public static VolatilityShape Index { get; } = new(0.08, 1.5, 14);

    /// <summary>ω: what keeps the mean variance at 1.</summary>
    internal double Level => 1 - Persistence - (Reaction * (1 + (Asymmetry * Asymmetry)));
}
