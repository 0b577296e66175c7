using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training;

/// <summary>Picks the trials that training hands to the gates: the best by objective that are not the same trial again.</summary>
/// <remarks>
/// Two trials are the same when their parameters hardly differ, or when they did the same: a smaller position alone makes no other
/// strategy, and shows in the Sharpe ratios of the folds, which do not depend on size.
/// </remarks>
public static class CandidateSelection
{
    /// <summary>Candidates handed over unless told otherwise.</summary>
    public const int DefaultCount = 3;

    /// <summary>Share of an axis by which the parameters of two candidates have to differ at least.</summary>
    public const double MinimumDistance = 0.05;

    /// <summary>Annual Sharpe ratio by which two candidates have to differ in at least one fold.</summary>
    public const double MinimumFoldDifference = 0.5;

    /// <param name="history">Trials of the study.</param>
    /// <param name="count">Most candidates, at least 1. Default 3.</param>
    /// <returns>Completed trials, best first, the older one first at a tie; fewer where there are no more that differ.</returns>
    public static IReadOnlyList<Trial> Best(TrialHistory history, int count = DefaultCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var ranked = history.Points.ToArray()
            .Where(point => point.Trial?.State is Completed)
            .OrderByDescending(point => ((Completed)point.Trial!.State).Score.Objective)
            .ThenBy(point => point.Number);

        var chosen = new List<TrialPoint>();
        foreach (var point in ranked)
        {
            if (chosen.TrueForAll(other => Differ(history.Space, point, other))) chosen.Add(point);
            if (chosen.Count == count) break;
        }

        return [.. chosen.Select(point => point.Trial!)];
    }

    private static bool Differ(SearchSpace space, TrialPoint left, TrialPoint right) =>
        space.Distance(left.Coordinates, right.Coordinates) >= MinimumDistance
        && Folds(left).Zip(Folds(right)).Any(pair => Math.Abs(pair.First.Sharpe - pair.Second.Sharpe) >= MinimumFoldDifference);

    private static IReadOnlyList<FoldScore> Folds(TrialPoint point) => ((Completed)point.Trial!.State).Score.Folds;
}
