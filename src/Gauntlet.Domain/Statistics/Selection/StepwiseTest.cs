using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Which of several strategies beat a benchmark, with a chance of any false finding no larger than a level.</summary>
/// <remarks>
/// Romano and Wolf (2005), studentised: strategies above the critical value of the largest statistic are found, the value is taken again over
/// the rest, until none is found. Strategies are recentred as in <see cref="SuperiorPredictiveAbility"/>.
/// </remarks>
/// <param name="Found">Numbers of the strategies that beat the benchmark, ascending.</param>
/// <param name="CriticalValues">The critical value of each step; the last one found nothing more, unless all were found.</param>
public sealed record StepwiseTest(IReadOnlyList<int> Found, IReadOnlyList<double> CriticalValues)
{
    /// <param name="excess">Return of each strategy less the benchmark's, all over the same periods; at least 10 periods.</param>
    /// <param name="resampling">The draws; 1,000 are usual.</param>
    /// <param name="level">Chance of any false finding, in (0, 1). Default 0.05.</param>
    /// <exception cref="ArgumentException">No strategy, too few periods, unequal lengths, values that are not finite, or a level outside of (0, 1).</exception>
    public static StepwiseTest Of(IReadOnlyList<double[]> excess, IResampling resampling, double level = 0.05)
    {
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies in (0, 1).");
        var sample = new ExcessReturns(excess, resampling);
        var limit = -Math.Sqrt(2 * Math.Log(Math.Log(sample.Rows)));
        var left = Enumerable.Range(0, excess.Count).Select(k => sample.Studentised(k) >= limit ? 0 : sample.Means[k]).ToArray();
        var remaining = Enumerable.Range(0, excess.Count).ToList();
        var found = new List<int>();
        var values = new List<double>();
        while (remaining.Count > 0)
        {
            values.Add(CriticalValue(sample, left, remaining, 1 - level));
            var better = remaining.Where(k => sample.Studentised(k) > values[^1]).ToList();
            if (better.Count == 0) break;
            found.AddRange(better);
            remaining.RemoveAll(better.Contains);
        }

        return new([.. found.Order()], values);
    }

    private static double CriticalValue(ExcessReturns sample, double[] left, List<int> remaining, double probability)
    {
        var largest = new double[sample.Draws];
        for (var draw = 0; draw < largest.Length; draw++)
        {
            var means = sample.Resampled[draw];
            var most = double.NegativeInfinity;
            foreach (var k in remaining) most = Math.Max(most, ExcessReturns.Over(sample.Root * (means[k] + left[k]), sample.Deviations[k]));
            largest[draw] = most;
        }

        return Quantile.Of(largest, probability);
    }
}
