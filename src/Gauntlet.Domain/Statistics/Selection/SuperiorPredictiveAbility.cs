using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Whether the best of several strategies beats a benchmark: the reality check, studentised and not misled by hopeless strategies.</summary>
/// <remarks>
/// Hansen (2005): T = max(0, max √n·d̄/ω). Strategies worse than −√(2·ln ln n) standard errors are left where they are in the bootstrap world,
/// the others are moved to the benchmark; the bounds move those with a negative mean not at all (lower) or all of them (upper).
/// </remarks>
/// <param name="Statistic">T.</param>
/// <param name="Lower">P-value that is too small: a lower bound.</param>
/// <param name="Consistent">The p-value to go by.</param>
/// <param name="Upper">P-value that is too large: that of a studentised reality check.</param>
public readonly record struct SuperiorPredictiveAbility(double Statistic, double Lower, double Consistent, double Upper)
{
    /// <param name="excess">Return of each strategy less the benchmark's, all over the same periods; at least 10 periods.</param>
    /// <param name="resampling">The draws; 1,000 give a p-value to about 0.01.</param>
    /// <exception cref="ArgumentException">No strategy, too few periods, unequal lengths or values that are not finite.</exception>
    public static SuperiorPredictiveAbility Of(IReadOnlyList<double[]> excess, IResampling resampling)
    {
        var sample = new ExcessReturns(excess, resampling);
        var statistic = Math.Max(0, Enumerable.Range(0, excess.Count).Max(sample.Studentised));
        // The share of draws above T, by where the strategies stand in the bootstrap world: their mean less what is taken away.
        double Share(Func<double, bool> moves) => ShareAbove(sample, statistic, [.. Enumerable.Range(0, excess.Count).Select(k => moves(sample.Studentised(k)) ? 0 : sample.Means[k])]);

        var limit = -Math.Sqrt(2 * Math.Log(Math.Log(sample.Rows)));
        return new(statistic, Share(z => z >= 0), Share(z => z >= limit), Share(_ => true));
    }

    private static double ShareAbove(ExcessReturns sample, double statistic, double[] left)
    {
        var scale = sample.Deviations.Select(deviation => ExcessReturns.Over(sample.Root, deviation)).ToArray();
        var above = 0;
        for (var draw = 0; draw < sample.Draws; draw++)
        {
            var means = sample.Resampled[draw];
            for (var k = 0; k < means.Length; k++)
            {
                if ((means[k] + left[k]) * scale[k] <= statistic) continue;
                above++;
                break;
            }
        }

        return (double)above / sample.Draws;
    }
}
