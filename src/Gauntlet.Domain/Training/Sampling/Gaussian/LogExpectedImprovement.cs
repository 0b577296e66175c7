using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>How much better than the best a place is expected to be, as a logarithm, so that it has a slope everywhere.</summary>
/// <remarks>Ament, Daulton, Eriksson, Balandat and Bakshy (2023). EI = σ h(z), h(z) = φ(z) + z Φ(z), z = (μ − best)/σ.</remarks>
internal static class LogExpectedImprovement
{
    // Below this the two parts of h cancel, and its expansion in 1/z² is better.
    private const double Tail = -6;

    /// <summary>Value, and derivatives by mean and deviation.</summary>
    public static (double Value, double ByMean, double ByDeviation) Of(double mean, double deviation, double best)
    {
        var z = (mean - best) / deviation;
        var (log, slope) = LogH(z);
        return (Math.Log(deviation) + log, slope / deviation, (1 - (slope * z)) / deviation);
    }

    private static (double Log, double Slope) LogH(double z)
    {
        if (z > Tail)
        {
            var below = Normal.Cdf(z);
            var h = Math.Exp(Normal.LogDensity(z)) + (z * below);
            return (Math.Log(h), below / h);
        }

        var u = 1 / (z * z);
        var series = 1 - (3 * u) + (15 * u * u) - (105 * u * u * u);
        var seriesSlope = ((6 * u) - (60 * u * u) + (630 * u * u * u)) / z;
        return (Normal.LogDensity(z) - (2 * Math.Log(-z)) + Math.Log(series), -z - (2 / z) + (seriesSlope / series));
    }
}
