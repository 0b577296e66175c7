namespace Gauntlet.Domain.Statistics.Resampling;

/// <summary>How long the blocks of a bootstrap should be for the mean of a series.</summary>
/// <remarks>
/// Politis and White (2004) with the correction of Patton, Politis and White (2009): correlations are taken as gone from the first lag on
/// after which K = max(5, ⌊log₁₀ n⌋) of them in a row stay below 2·√(log₁₀ n / n); m is the lag before it, and a flat-top window of twice m
/// estimates the spectrum and its curvature at 0.
/// </remarks>
/// <param name="Stationary">Mean length for <see cref="StationaryResampling"/>, at least 1, not rounded.</param>
/// <param name="Circular">Length for <see cref="CircularResampling"/>, at least 1, not rounded.</param>
public readonly record struct BlockLength(double Stationary, double Circular)
{
    /// <param name="values">The series; at least 16 values.</param>
    /// <returns>Both 1 for a series that does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Too short a series.</exception>
    public static BlockLength Of(ReadOnlySpan<double> values)
    {
        var raw = Unbounded(values, lagAfter: false);
        return new(Math.Max(1, raw.Stationary), Math.Max(1, raw.Circular));
    }

    /// <summary>The formula before lengths below 1 become 1.</summary>
    /// <param name="values">The series.</param>
    /// <param name="lagAfter">Takes the first small lag itself for m, as the package arch 8 does; the paper takes the one before.</param>
    internal static BlockLength Unbounded(ReadOnlySpan<double> values, bool lagAfter)
    {
        var n = values.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 16);
        var deviations = Autocovariance.Deviations(values);
        if (Array.TrueForAll(deviations, value => value == 0)) return new(1, 1);

        var window = Window(deviations, lagAfter);
        double curvature = 0, spectrum = Autocovariance.At(deviations, 0);
        for (var lag = 1; lag <= window; lag++)
        {
            var share = (double)lag / window;
            var weight = 2 * (share <= 0.5 ? 1 : 2 * (1 - share)) * Autocovariance.At(deviations, lag);
            curvature += weight * lag;
            spectrum += weight;
        }

        var cap = Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3.0));
        var ratio = 2 * curvature * curvature / (spectrum * spectrum);
        return new(Math.Min(cap, Math.Cbrt(ratio / 2 * n)), Math.Min(cap, Math.Cbrt(ratio / (4.0 / 3) * n)));
    }

    private static int Window(double[] deviations, bool lagAfter)
    {
        var n = deviations.Length;
        var run = Math.Max(5, (int)Math.Log10(n));
        var most = (int)Math.Ceiling(Math.Sqrt(n)) + run;
        var limit = 2 * Math.Sqrt(Math.Log10(n) / n);
        var small = 0;
        for (var lag = 1; lag <= most; lag++)
        {
            small = Math.Abs(Correlation(deviations, lag)) < limit ? small + 1 : 0;
            if (small < run) continue;
            var first = lag - run + 1;
            return Math.Min(2 * Math.Max(lagAfter ? first : first - 1, 1), most);
        }

        return most;
    }

    // Each side is scaled by its own squares, which matters in short series.
    private static double Correlation(double[] deviations, int lag)
    {
        double products = 0, early = 0, late = 0;
        for (var i = lag; i < deviations.Length; i++) products += deviations[i] * deviations[i - lag];
        for (var i = 0; i < deviations.Length - lag - 1; i++) early += deviations[i] * deviations[i];
        for (var i = lag + 1; i < deviations.Length; i++) late += deviations[i] * deviations[i];
        return products / Math.Sqrt(early * late);
    }
}
