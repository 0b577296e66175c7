namespace Gauntlet.Domain.Training.Pruning;

/// <summary>A trial as a pruner sees it: the values of its folds so far, by step. Higher is better.</summary>
/// <param name="number">Number in the study.</param>
public sealed class TrialRun(int number)
{
    private readonly SortedDictionary<int, double> _reports = [];
    private readonly List<double> _rungs = [];

    /// <summary>Number in the study.</summary>
    public int Number { get; } = number;

    /// <summary>Where the trial stands. Default running.</summary>
    public TrialKind Kind { get; private set; } = TrialKind.Running;

    /// <summary>Final value; NaN unless completed.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Values by step, from 0; NaN where a fold has none.</summary>
    public IReadOnlyDictionary<int, double> Reports => _reports;

    /// <summary>The largest step reported; null before the first report.</summary>
    public int? LastStep => _reports.Count == 0 ? null : _reports.Keys.Last();

    /// <summary>Values with which it came to the rungs of successive halving, the first rung first.</summary>
    internal IList<double> Rungs => _rungs;

    /// <summary>Adds the value of a step; a second one for the same step is ignored.</summary>
    /// <param name="step">Step, from 0.</param>
    /// <param name="value">Value; NaN where there is none.</param>
    public void Report(int step, double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        _reports.TryAdd(step, value);
    }

    /// <summary>Ends the trial.</summary>
    /// <param name="kind">How.</param>
    /// <param name="value">Final value where it completed. Default NaN.</param>
    public void End(TrialKind kind, double value = double.NaN) => (Kind, Value) = (kind, value);
}
