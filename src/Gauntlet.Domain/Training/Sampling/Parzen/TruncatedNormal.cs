using Gauntlet.Domain.Statistics;
using MathNet.Numerics;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>The standard normal distribution cut to an interval, precise in far tails too.</summary>
internal static class TruncatedNormal
{
    // Half of this many halvings and Newton steps reach the last bit from any start.
    private const int Steps = 60;

    /// <summary>Logarithm of the probability of the interval.</summary>
    public static double LogMass(double low, double high)
    {
        if (low > 0) (low, high) = (-high, -low);
        if (high <= 0)
        {
            var (a, b) = (LogCdf(low), LogCdf(high));
            return b + Log1p(-Math.Exp(a - b));
        }

        return Log1p(-Normal.Cdf(low) - Normal.Cdf(-high));
    }

    /// <summary>Logarithm of the density at a place; −∞ outside of the interval.</summary>
    public static double LogDensity(double x, double low, double high) => x < low || x > high ? double.NegativeInfinity : Normal.LogDensity(x) - LogMass(low, high);

    /// <summary>The place below which a share of the interval's probability lies.</summary>
    /// <param name="share">In [0, 1].</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above the lower one.</param>
    public static double Quantile(double share, double low, double high)
    {
        if (share <= 0) return low;
        if (share >= 1) return high;

        // The left half keeps its relative precision, so the right half is solved in the mirror.
        if (low > 0 || (low > double.NegativeInfinity && low + high > 0 && share > 0.5))
        {
            var (left, right) = (-high, -low);
            return -Quantile(1 - share, left, right);
        }

        var below = Normal.Cdf(low);
        var wanted = below + (share * (Normal.Cdf(high) - below));
        if (wanted > 1e-280) return Math.Clamp(wanted > 0.5 ? -Normal.Quantile(1 - wanted) : Normal.Quantile(wanted), low, high);

        // So far out that plain probabilities run out of numbers: bisection on the logarithm.
        var target = LogCdf(low) + Log1p(share * (Math.Exp(LogMass(low, high) - LogCdf(low))));
        var (from, to) = (low, high);
        for (var i = 0; i < Steps; i++)
        {
            var middle = (from + to) / 2;
            if (LogCdf(middle) < target) from = middle;
            else to = middle;
        }

        return (from + to) / 2;
    }

    // Abramowitz and Stegun 26.2.12 where the complementary error function underflows.
    private static double LogCdf(double x)
    {
        if (x > -35) return Math.Log(Normal.Cdf(x));
        var square = 1 / (x * x);
        return Normal.LogDensity(x) - Math.Log(-x) + Log1p(-square * (1 - (3 * square * (1 - (5 * square)))));
    }

    private static double Log1p(double x) => SpecialFunctions.Log1p(x);
}
