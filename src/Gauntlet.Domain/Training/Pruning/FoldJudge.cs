using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Lets a pruner judge one trial fold by fold.</summary>
/// <param name="pruner">The rule.</param>
/// <param name="study">Ended trials to compare with.</param>
/// <param name="number">Number of the trial.</param>
public sealed class FoldJudge(IPruner pruner, StudyRuns study, int number)
{
    private readonly TrialRun _run = new(number);
    private int _step;

    /// <summary>Takes in the next fold.</summary>
    /// <param name="fold">What came of it.</param>
    /// <returns>Why the trial should end here, in a sentence; null: it goes on.</returns>
    public string? Judge(FoldScore fold)
    {
        _run.Report(_step++, fold.Excess);
        return pruner.Judge(study, _run);
    }
}
