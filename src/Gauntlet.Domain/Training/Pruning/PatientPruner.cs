namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Lets another rule judge only once a trial has not improved for some steps; without another rule it ends the trial itself.</summary>
public sealed class PatientPruner : IPruner
{
    private readonly IPruner? _wrapped;
    private readonly int _patience;
    private readonly double _leastGain;

    /// <param name="wrapped">The other rule; null: none.</param>
    /// <param name="patience">Steps without improvement that are borne, 0 or more.</param>
    /// <param name="leastGain">Improvement that counts, 0 or more. Default 0.</param>
    /// <exception cref="Input.InvalidInputException">A setting out of its range.</exception>
    public PatientPruner(IPruner? wrapped, int patience, double leastGain = 0)
    {
        if (patience < 0) throw PrunerCatalogue.Refused("patience", $"{patience}", "0 or more steps");
        if (!(leastGain >= 0)) throw PrunerCatalogue.Refused("least gain", $"{leastGain}", "0 or more");
        (_wrapped, _patience, _leastGain) = (wrapped, patience, leastGain);
    }

    /// <inheritdoc/>
    public string Name => $"{PrunerCatalogue.Patient}:{_patience}";

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        if (trial.Reports.Count <= _patience + 1) return null;
        var values = trial.Reports.Values.ToList();
        var before = Best(values.Take(values.Count - _patience - 1));
        var after = Best(values.Skip(values.Count - _patience - 1));
        if (!(before - _leastGain > after)) return null;
        return _wrapped is null ? FormattableString.Invariant($"Its last {_patience + 1} folds bring {after:0.###} at best, less than {before:0.###} before.") : _wrapped.Judge(study, trial);
    }

    /// <inheritdoc/>
    public void Recall(string study, TrialRun trial) => _wrapped?.Recall(study, trial);

    private static double Best(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
}
