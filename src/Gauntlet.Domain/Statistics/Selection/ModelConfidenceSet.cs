using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Which statistic eliminates models from a <see cref="ModelConfidenceSet"/>.</summary>
public enum ModelComparison
{
    /// <summary>The largest studentised difference between two models.</summary>
    Range,

    /// <summary>The largest studentised difference between a model and the mean of those still in.</summary>
    Maximum,
}

/// <summary>The models that hold the best one with a given confidence: those that data cannot tell from the best.</summary>
/// <remarks>Hansen, Lunde and Nason (2011): the worst model leaves while equal losses are rejected; p-values are running maxima.</remarks>
/// <param name="EliminationOrder">Numbers of the models, the first to leave first, the best last.</param>
/// <param name="PValues">P-value of each model in that order; the last is 1.</param>
/// <param name="Included">Numbers of the models with a p-value above the size, ascending.</param>
public sealed record ModelConfidenceSet(IReadOnlyList<int> EliminationOrder, IReadOnlyList<double> PValues, IReadOnlyList<int> Included)
{
    /// <param name="losses">Loss of each model in each period (minus the return, for strategies), all over the same periods; at least two models.</param>
    /// <param name="resampling">The draws.</param>
    /// <param name="comparison">The statistic. Default the range.</param>
    /// <param name="size">One less the confidence, in (0, 1). Default 0.1.</param>
    /// <exception cref="ArgumentException">Fewer than two models, too few periods, unequal lengths, values that are not finite, or a size outside of (0, 1).</exception>
    public static ModelConfidenceSet Of(IReadOnlyList<double[]> losses, IResampling resampling, ModelComparison comparison = ModelComparison.Range, double size = 0.1)
    {
        if (size is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(size), size, "A size lies in (0, 1).");
        if (losses.Count < 2) throw new ArgumentException("A confidence set needs at least two models.", nameof(losses));
        var sample = new ExcessReturns(losses, resampling);
        var pairs = comparison == ModelComparison.Range ? PairDeviations(sample) : null;
        var remaining = Enumerable.Range(0, losses.Count).ToList();
        var order = new List<int>();
        var values = new List<double>();
        double highest = 0;
        while (remaining.Count > 1)
        {
            var (worst, p) = pairs is not null ? ByRange(sample, remaining, pairs) : ByMaximum(sample, remaining);
            highest = Math.Max(highest, p);
            order.Add(worst);
            values.Add(highest);
            remaining.Remove(worst);
        }

        order.Add(remaining[0]);
        values.Add(1);
        return new(order, values, [.. order.Where((_, i) => values[i] > size).Order()]);
    }

    private static double[][] PairDeviations(ExcessReturns sample)
    {
        var count = sample.Means.Length;
        var deviations = new double[count][];
        for (var i = 0; i < count; i++) deviations[i] = new double[count];
        for (var draw = 0; draw < sample.Draws; draw++)
        {
            var means = sample.Resampled[draw];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++) deviations[i][j] += (means[i] - means[j]) * (means[i] - means[j]);
        }

        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++) deviations[i][j] = i == j ? 1 : Math.Sqrt(deviations[i][j] / sample.Draws);
        return deviations;
    }

    private static (int Worst, double PValue) ByRange(ExcessReturns sample, List<int> remaining, double[][] deviations)
    {
        var (largest, worst) = (double.NegativeInfinity, remaining[0]);
        foreach (var i in remaining)
        {
            foreach (var j in remaining)
            {
                var value = ExcessReturns.Over(sample.Means[i] - sample.Means[j], deviations[i][j]);
                if (value > largest) (largest, worst) = (value, i);
            }
        }

        var above = 0;
        for (var draw = 0; draw < sample.Draws; draw++)
        {
            var means = sample.Resampled[draw];
            var most = double.NegativeInfinity;
            foreach (var i in remaining)
                foreach (var j in remaining) most = Math.Max(most, ExcessReturns.Over(means[i] - means[j], deviations[i][j]));
            if (most > largest) above++;
        }

        return (worst, (double)above / sample.Draws);
    }

    private static (int Worst, double PValue) ByMaximum(ExcessReturns sample, List<int> remaining)
    {
        var centre = remaining.Average(i => sample.Means[i]);
        var draws = Enumerable.Range(0, sample.Draws).Select(draw => Centred(sample.Resampled[draw], remaining)).ToList();
        var scale = remaining.Select((_, k) => Math.Sqrt(draws.Average(draw => draw[k] * draw[k]))).ToArray();
        var values = remaining.Select((i, k) => ExcessReturns.Over(sample.Means[i] - centre, scale[k])).ToList();
        var largest = values.Max();
        var above = draws.Count(draw => draw.Select((value, k) => ExcessReturns.Over(value, scale[k])).Max() > largest);
        return (remaining[values.IndexOf(largest)], (double)above / sample.Draws);
    }

    private static double[] Centred(ReadOnlySpan<double> means, List<int> remaining)
    {
        var kept = new double[remaining.Count];
        for (var k = 0; k < kept.Length; k++) kept[k] = means[remaining[k]];
        var centre = kept.Average();
        return [.. kept.Select(value => value - centre)];
    }
}
