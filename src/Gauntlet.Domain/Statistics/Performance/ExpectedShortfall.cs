namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>Mean loss of the worst periods, as a positive fraction: what reports call conditional value at risk.</summary>
/// <remarks>The plain mean of the worst, as the packages for tear sheets take it; <see cref="Statistics.ConditionalValueAtRisk"/> counts the period at the edge in part.</remarks>
public static class ExpectedShortfall
{
    /// <summary>From the sample: the mean of the ⌊(n − 1)·tail⌋ + 1 smallest returns, which are those up to the interpolated quantile.</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="tail">Share of periods, in [0, 1]. Default 0.05.</param>
    /// <returns>NaN for no return or where one is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside of [0, 1].</exception>
    public static double Historical(ReadOnlySpan<double> returns, double tail = 0.05)
    {
        if (tail is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(tail), tail, "A share lies in [0, 1].");
        if (returns.IsEmpty) return double.NaN;
        var sorted = returns.ToArray();
        Array.Sort(sorted);
        // A NaN sorts first.
        if (double.IsNaN(sorted[0])) return double.NaN;
        var worst = (int)((sorted.Length - 1) * tail) + 1;
        double sum = 0;
        for (var i = 0; i < worst; i++) sum += sorted[i];
        return -sum / worst;
    }

    /// <summary>Of a normal distribution with the sample's mean and standard deviation: −(mean − deviation × φ(Φ⁻¹(tail)) / tail).</summary>
    /// <param name="returns">Simple returns a period.</param>
    /// <param name="tail">Share of periods, in (0, 1). Default 0.05.</param>
    /// <returns>NaN below two returns or where one is NaN.</returns>
    public static double Gaussian(ReadOnlySpan<double> returns, double tail = 0.05)
    {
        var moments = Moments.Of(returns);
        return (moments.StandardDeviation * Math.Exp(Normal.LogDensity(Normal.Quantile(tail))) / tail) - moments.Mean;
    }
}
