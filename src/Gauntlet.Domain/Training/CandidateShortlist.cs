using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training;

/// <summary>The candidates of a study while its trials are gone through from the best down; it keeps those it takes and nothing else.</summary>
/// <param name="space">Space of the study.</param>
/// <param name="count">Most candidates, at least 1.</param>
public sealed class CandidateShortlist(SearchSpace space, int count)
{
    private readonly List<(Trial Trial, double[] Point)> _chosen = [];

    /// <summary>Whether no more are wanted.</summary>
    public bool IsFull => _chosen.Count >= count;

    /// <summary>Those taken, best first.</summary>
    public IReadOnlyList<Trial> Chosen => [.. _chosen.Select(one => one.Trial)];

    /// <summary>Takes a trial where it completed and differs from all that were taken.</summary>
    /// <param name="trial">A trial that is no better than those offered before.</param>
    public void Offer(Trial trial)
    {
        if (IsFull || trial.State is not Completed { Score: var score }) return;
        var point = space.Encode(trial.Parameters);
        if (_chosen.TrueForAll(other => Differ(point, score, other.Point, ((Completed)other.Trial.State).Score))) _chosen.Add((trial, point));
    }

    private bool Differ(double[] left, TrialScore leftScore, double[] right, TrialScore rightScore) =>
        space.Distance(left, right) >= CandidateSelection.MinimumDistance
        && leftScore.Folds.Zip(rightScore.Folds).Any(pair => Math.Abs(pair.First.Sharpe - pair.Second.Sharpe) >= CandidateSelection.MinimumFoldDifference);
}
