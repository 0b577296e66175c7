namespace Gauntlet.Domain.Training.Pruning;

/// <summary>The trials of a study with the values of their folds: what a running trial is compared with.</summary>
/// <param name="study">Name of the study.</param>
public sealed class StudyRuns(string study)
{
    private readonly SortedDictionary<int, TrialRun> _runs = [];

    /// <summary>Name of the study.</summary>
    public string Study { get; } = study;

    /// <summary>All trials by number.</summary>
    public IEnumerable<TrialRun> All => _runs.Values;

    /// <summary>Completed trials by number.</summary>
    public IEnumerable<TrialRun> Completed => _runs.Values.Where(run => run.Kind == TrialKind.Completed);

    /// <summary>The completed trial with the best value, the oldest at a tie; null before the first.</summary>
    public TrialRun? Best => Completed.Where(run => !double.IsNaN(run.Value)).MaxBy(run => (run.Value, -run.Number));

    /// <summary>The trial of a number, begun where it is new.</summary>
    public TrialRun this[int number] => _runs.TryGetValue(number, out var run) ? run : _runs[number] = new(number);

    /// <summary>Adds a trial that has ended.</summary>
    /// <param name="run">The trial; its number is new here.</param>
    public void Add(TrialRun run) => _runs.Add(run.Number, run);

    /// <summary>Those trials alone that a rule picks.</summary>
    internal StudyRuns Where(Func<TrialRun, bool> picks)
    {
        var some = new StudyRuns(Study);
        foreach (var run in _runs.Values.Where(picks)) some._runs[run.Number] = run;
        return some;
    }
}
