namespace Gauntlet.Domain.Training.Pruning;

/// <summary>The youngest ended trials of a study as pruners see them; older ones are let go, so that a judgement costs the same at any number of trials.</summary>
/// <param name="study">Name of the study.</param>
/// <param name="pruner">The rule that will compare with them.</param>
public sealed class RecentRuns(string study, IPruner pruner)
{
    /// <summary>Trials that comparisons reach back.</summary>
    public const int Window = 2_000;

    private readonly Queue<TrialRun> _runs = new();

    /// <summary>Takes in an ended trial; call by rising number.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="kind">How it ended.</param>
    /// <param name="value">Its value; NaN unless completed.</param>
    /// <param name="folds">Values of the folds that were run.</param>
    public void Add(int number, TrialKind kind, double value, IReadOnlyList<double> folds)
    {
        var run = new TrialRun(number);
        for (var step = 0; step < folds.Count; step++) run.Report(step, folds[step]);
        run.End(kind, value);
        pruner.Recall(study, run);
        _runs.Enqueue(run);
        if (_runs.Count > Window) _runs.Dequeue();
    }

    /// <summary>What is known by now; it stays as it is when more trials come.</summary>
    public StudyRuns Known()
    {
        var known = new StudyRuns(study);
        foreach (var run in _runs) known.Add(run);
        return known;
    }
}
