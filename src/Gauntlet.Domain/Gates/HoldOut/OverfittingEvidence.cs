using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>How often the choice that made the candidate would have failed: combinatorially symmetric cross-validation over trials of its search.</summary>
/// <param name="Trials">Different trials that were compared.</param>
/// <param name="Splits">Splits of the walk-forward folds' returns into halves.</param>
/// <param name="Probability">Probability of back-test overfitting; 0 where a single trial left no choice.</param>
/// <param name="MedianLogit">Median over the splits of the logit of the best trial's rank out of sample; 0 where there was no choice.</param>
public sealed record OverfittingEvidence(int Trials, int Splits, double Probability, double MedianLogit)
{
    /// <summary>Trials that are compared at most; where there are more, they are taken evenly over the search.</summary>
    public const int MaximumTrials = 64;

    /// <summary>Trials whose returns correlate more than this count as one.</summary>
    public const double MaximumCorrelation = 0.8;

    private const int Blocks = 10;

    /// <param name="walkForward">How trials are measured.</param>
    /// <param name="trials">Complete parameters of completed trials by number; at most <see cref="MaximumTrials"/> are used.</param>
    public static OverfittingEvidence Of(WalkForward walkForward, IReadOnlyList<ParameterValues> trials)
    {
        var returns = Returns(walkForward, trials);
        if (returns.Count < 2) return new(returns.Count, 0, 0, 0);
        var found = BacktestOverfitting.Of(returns, Blocks);
        return new(returns.Count, found.Splits, found.Probability, found.MedianLogit);
    }

    /// <summary>Returns of the trials that are compared: evenly over the search, and of those that did nearly the same only the first.</summary>
    /// <remarks>
    /// A search that has converged repeats itself, and which of many equals is the best is chance: their ranks say nothing about the
    /// choice between what differs. So a trial is left out whose returns correlate with those of one before it by more than <see cref="MaximumCorrelation"/>.
    /// </remarks>
    /// <param name="walkForward">How trials are measured.</param>
    /// <param name="trials">Complete parameters of completed trials by number.</param>
    public static IReadOnlyList<double[]> Returns(WalkForward walkForward, IReadOnlyList<ParameterValues> trials) =>
        Different(Evenly([.. trials.Distinct()]).Select(parameters => walkForward.Run(parameters).Returns));

    /// <summary>Of series that are nearly the same only the first, and none that does not vary.</summary>
    /// <param name="trials">Returns of trials over the same bars.</param>
    public static IReadOnlyList<double[]> Different(IEnumerable<double[]> trials)
    {
        var kept = new List<(double[] Returns, double[] Standard)>();
        foreach (var returns in trials)
        {
            if (Standardised(returns) is { } standard && kept.TrueForAll(other => Correlation(standard, other.Standard) <= MaximumCorrelation)) kept.Add((returns, standard));
        }

        return [.. kept.Select(pair => pair.Returns)];
    }

    /// <summary>At most <see cref="MaximumTrials"/> items, evenly over a list.</summary>
    public static IReadOnlyList<T> Evenly<T>(IReadOnlyList<T> items) => items.Count <= MaximumTrials
        ? items
        : [.. Enumerable.Range(0, MaximumTrials).Select(i => items[(int)((long)i * items.Count / MaximumTrials)])];

    private static double[]? Standardised(double[] returns)
    {
        var moments = Moments.Of(returns);
        if (!(moments.Variance > 0)) return null;
        var scale = moments.StandardDeviation * Math.Sqrt(returns.Length - 1);
        return Array.ConvertAll(returns, value => (value - moments.Mean) / scale);
    }

    private static double Correlation(double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
