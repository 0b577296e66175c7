using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Whether the best of several strategies beats a benchmark by more than the search for it explains.</summary>
/// <remarks>
/// White (2000): the largest mean excess against its bootstrap distribution with every strategy taken as just as good as the benchmark.
/// Hopeless strategies make it severe; <see cref="SuperiorPredictiveAbility"/> mends that.
/// </remarks>
/// <param name="BestMean">Largest mean excess a period.</param>
/// <param name="PValue">Share of draws whose largest recentred mean exceeds it.</param>
public readonly record struct RealityCheck(double BestMean, double PValue)
{
    /// <param name="excess">Return of each strategy less the benchmark's, all over the same periods; at least 10 periods.</param>
    /// <param name="resampling">The draws; 1,000 give a p-value to about 0.01.</param>
    /// <exception cref="ArgumentException">No strategy, too few periods, unequal lengths or values that are not finite.</exception>
    public static RealityCheck Of(IReadOnlyList<double[]> excess, IResampling resampling)
    {
        var sample = new ExcessReturns(excess, resampling);
        var best = sample.Means.Max();
        var above = 0;
        for (var draw = 0; draw < sample.Draws; draw++)
        {
            var largest = double.NegativeInfinity;
            foreach (var mean in sample.Resampled[draw]) largest = Math.Max(largest, mean);
            if (largest > best) above++;
        }

        return new(best, (double)above / sample.Draws);
    }
}
