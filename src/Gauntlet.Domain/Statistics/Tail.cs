using MathNet.Numerics;

namespace Gauntlet.Domain.Statistics;

/// <summary>Probabilities of values as far out as the one seen, computed in the tail itself so that small ones keep their digits.</summary>
internal static class Tail
{
    /// <summary>Two-sided, standard normal.</summary>
    public static double Normal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>Two-sided, Student's t.</summary>
    public static double Student(double t, double freedom) => double.IsNaN(t) ? double.NaN : SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t)));

    /// <summary>Upper, chi-squared; 1 at or below 0.</summary>
    public static double ChiSquared(double value, double freedom) =>
        double.IsNaN(value) ? double.NaN : value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2, value / 2);
}
