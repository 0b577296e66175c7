namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Ends a trial whose latest value lies outside of fixed bounds, or is none. The bounds themselves are inside.</summary>
public sealed class ThresholdPruner : IPruner
{
    private readonly double _lower, _upper;
    private readonly Interval _interval;

    /// <param name="lower">Lower bound. Default none.</param>
    /// <param name="upper">Upper bound. Default none.</param>
    /// <param name="warmUpSteps">Steps that are never judged. Default 0.</param>
    /// <param name="intervalSteps">Steps between judgements. Default 1.</param>
    /// <exception cref="Input.InvalidInputException">No bound, or bounds that leave nothing.</exception>
    public ThresholdPruner(double lower = double.NegativeInfinity, double upper = double.PositiveInfinity, int warmUpSteps = 0, int intervalSteps = 1)
    {
        if (!(lower <= upper) || (double.IsInfinity(lower) && double.IsInfinity(upper))) throw PrunerCatalogue.Refused("threshold", $"{lower} to {upper}", "at least one bound, the lower one not above the upper");
        (_lower, _upper) = (lower, upper);
        _interval = new(warmUpSteps, intervalSteps);
    }

    /// <inheritdoc/>
    public string Name => $"{PrunerCatalogue.Threshold}:{_lower}";

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        if (!_interval.Judges(trial)) return null;
        var value = trial.Reports[trial.LastStep!.Value];
        if (double.IsNaN(value)) return $"Fold {trial.LastStep + 1} has no value.";
        return value < _lower || value > _upper ? FormattableString.Invariant($"Fold {trial.LastStep + 1} has {value:0.###}, which is not between {_lower} and {_upper}.") : null;
    }
}
