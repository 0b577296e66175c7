using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>How often the choice that made the candidate would have failed: combinatorially symmetric cross-validation over trials of its search.</summary>
/// <param name="Trials">Trials that were compared.</param>
/// <param name="Splits">Splits of the walk-forward folds' returns into halves.</param>
/// <param name="Probability">Probability of back-test overfitting; 0 where a single trial left no choice.</param>
/// <param name="MedianLogit">Median over the splits of the logit of the best trial's rank out of sample; 0 where there was no choice.</param>
public sealed record OverfittingEvidence(int Trials, int Splits, double Probability, double MedianLogit)
{
    /// <summary>Trials that are compared at most; where there are more, they are taken evenly over the search.</summary>
    public const int MaximumTrials = 64;

    private const int Blocks = 10;

    /// <param name="walkForward">How trials are measured.</param>
    /// <param name="trials">Complete parameters of completed trials by number; at most <see cref="MaximumTrials"/> are used.</param>
    public static OverfittingEvidence Of(WalkForward walkForward, IReadOnlyList<ParameterValues> trials)
    {
        var chosen = Evenly([.. trials.Distinct()]);
        if (chosen.Count < 2) return new(chosen.Count, 0, 0, 0);
        var found = BacktestOverfitting.Of([.. chosen.Select(parameters => walkForward.Run(parameters).Returns)], Blocks);
        return new(chosen.Count, found.Splits, found.Probability, found.MedianLogit);
    }

    /// <summary>At most <see cref="MaximumTrials"/> items, evenly over a list.</summary>
    public static IReadOnlyList<T> Evenly<T>(IReadOnlyList<T> items) => items.Count <= MaximumTrials
        ? items
        : [.. Enumerable.Range(0, MaximumTrials).Select(i => items[(int)((long)i * items.Count / MaximumTrials)])];
}
