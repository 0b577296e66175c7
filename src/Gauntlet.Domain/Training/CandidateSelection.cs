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
        var list = new CandidateShortlist(history.Space, count);
        foreach (var trial in history.Trials.Where(trial => trial.State is Completed).OrderByDescending(trial => ((Completed)trial.State).Score.Objective).ThenBy(trial => trial.Number)) list.Offer(trial);
        return list.Chosen;
    }
}
