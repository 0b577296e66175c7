using System.Numerics;
using System.Runtime.InteropServices;

namespace Gauntlet.Domain.Statistics;

/// <summary>How a series moves with its own past.</summary>
/// <remarks>Divisor n at every lag, which keeps the sequence positive definite: Brockwell and Davis (1991), section 7.2.</remarks>
public static class Autocovariance
{
    /// <summary>Autocorrelations at the lags 0 … <paramref name="lags"/>; all NaN but for a series that varies.</summary>
    /// <param name="values">The series; more values than lags.</param>
    /// <param name="lags">Largest lag, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">As many lags as values or more.</exception>
    public static double[] Correlations(ReadOnlySpan<double> values, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lags, values.Length);
        var deviations = Deviations(values);
        var variance = At(deviations, 0);
        return [.. Enumerable.Range(0, lags + 1).Select(lag => variance > 0 ? At(deviations, lag) / variance : double.NaN)];
    }

    /// <summary>Values less their mean; exactly 0 where all are equal.</summary>
    internal static double[] Deviations(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        var deviations = new double[values.Length];
        if (moments.Variance == 0) return deviations;
        for (var i = 0; i < deviations.Length; i++) deviations[i] = values[i] - moments.Mean;
        return deviations;
    }

    /// <summary>Mean product of deviations a lag apart, divisor n.</summary>
    internal static double At(ReadOnlySpan<double> deviations, int lag)
    {
        var late = MemoryMarshal.Cast<double, Vector<double>>(deviations[lag..]);
        var early = MemoryMarshal.Cast<double, Vector<double>>(deviations[..^lag])[..late.Length];
        var sums = Vector<double>.Zero;
        for (var i = 0; i < late.Length; i++) sums += late[i] * early[i];
        var sum = Vector.Sum(sums);
        for (var i = lag + (late.Length * Vector<double>.Count); i < deviations.Length; i++) sum += deviations[i] * deviations[i - lag];
        return sum / deviations.Length;
    }
}
