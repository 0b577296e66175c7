namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Says after a fold whether a trial is worth its next one.</summary>
/// <remarks>Steps are the folds of a walk-forward in time order, so a pruned trial has seen the older folds only.</remarks>
public interface IPruner
{
    /// <summary>Name as users type it, with its settings.</summary>
    string Name { get; }

    /// <summary>Whether a running trial should end here.</summary>
    /// <param name="study">The trials to compare with; the trial itself may be among them.</param>
    /// <param name="trial">The trial, its last report the one that is judged.</param>
    /// <returns>Why it should, in a sentence; null: it goes on.</returns>
    string? Judge(StudyRuns study, TrialRun trial);

    /// <summary>Takes in a trial that ended elsewhere as if it had been judged after every report.</summary>
    /// <param name="study">Name of its study.</param>
    /// <param name="trial">The trial.</param>
    void Recall(string study, TrialRun trial)
    {
        // Most rules look at reports alone.
    }
}
