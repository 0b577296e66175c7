using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Sums of exponentials, four at a time.</summary>
/// <remarks>
/// Written out in plain multiplications and additions, so that the last digit, and with it a suggestion, is the same on every processor.
/// The argument is split into k·ln 2 + r with |r| ≤ ln 2 / 2; eʳ is its Taylor polynomial of degree 13, good to the last bit or two.
/// </remarks>
internal static class Exponential
{
    // Below this the result is not a normal number any more, and beside the prior it is nothing.
    private const double Least = -700;

    // Adding 1.5 · 2⁵² rounds to a whole number and leaves it in the lowest bits.
    private const double Rounder = 6755399441055744.0;
    private const double High = 0.693147180369123816490;
    private const double Low = 1.90821492927058770002e-10;

    private static readonly double[] Coefficients = [.. Enumerable.Range(0, 14).Select(k => 1 / Enumerable.Range(1, k).Aggregate(1.0, (product, factor) => product * factor))];

    /// <summary>Σ factorᵢ · e^exponentᵢ.</summary>
    /// <param name="exponents">Exponents, none above 700.</param>
    /// <param name="factors">As many factors; empty means all 1.</param>
    public static double Sum(ReadOnlySpan<double> exponents, ReadOnlySpan<double> factors)
    {
        var wholes = MemoryMarshal.Cast<double, Vector256<double>>(exponents);
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(factors);
        var sum = Vector256<double>.Zero;
        if (factors.IsEmpty)
        {
            foreach (var whole in wholes) sum += Of(whole);
        }
        else
        {
            for (var i = 0; i < wholes.Length; i++) sum += weights[i] * Of(wholes[i]);
        }

        var total = sum[0] + sum[1] + sum[2] + sum[3];
        for (var i = 4 * wholes.Length; i < exponents.Length; i++)
            total += (factors.IsEmpty ? 1 : factors[i]) * Of(Vector256.Create(exponents[i]))[0];
        return total;
    }

    private static Vector256<double> Of(Vector256<double> x)
    {
        var clamped = Vector256.Max(x, Vector256.Create(Least));
        var shifted = (clamped * Vector256.Create(1.4426950408889634)) + Vector256.Create(Rounder);
        var k = shifted - Vector256.Create(Rounder);
        var r = clamped - (k * Vector256.Create(High)) - (k * Vector256.Create(Low));
        var sum = Vector256.Create(Coefficients[13]);
        for (var i = 12; i >= 0; i--) sum = (sum * r) + Vector256.Create(Coefficients[i]);
        var scaled = (sum.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Least)), Vector256<double>.Zero, scaled);
    }
}
