using MathNet.Numerics;

namespace Gauntlet.Domain.Statistics;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Abramowitz and Stegun, section 26.2, through the complementary error function, so that far tails keep their relative precision.</remarks>
public static class Normal
{
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;

    /// <summary>Probability of a value at or below <paramref name="x"/>; NaN for NaN.</summary>
    public static double Cdf(double x) => 0.5 * SpecialFunctions.Erfc(-x / Constants.Sqrt2);

    /// <summary>The value below which a share of <paramref name="probability"/> lies.</summary>
    /// <param name="probability">In [0, 1]; 0 and 1 give the infinities.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of [0, 1], or NaN.</exception>
    public static double Quantile(double probability)
    {
        if (probability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        return -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * probability);
    }

    /// <summary>Logarithm of the density at <paramref name="x"/>.</summary>
    public static double LogDensity(double x) => (-0.5 * x * x) - LogOfRootOfTwoPi;

    /// <summary>Probability of a value between two limits, without cancellation when both lie in the same tail.</summary>
    /// <param name="low">Lower limit.</param>
    /// <param name="high">Upper limit, not below the lower one.</param>
    public static double Mass(double low, double high) => low > 0 ? Cdf(-low) - Cdf(-high) : Cdf(high) - Cdf(low);
}
