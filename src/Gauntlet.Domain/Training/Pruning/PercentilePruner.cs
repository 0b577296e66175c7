namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Ends a trial whose best value so far is below a percentile of what completed trials had at the same step.</summary>
/// <remarks>Golovin et al. (2017), median stopping, with a free percentile. Pruned trials do not count, so heavy pruning delays itself.</remarks>
public sealed class PercentilePruner : IPruner
{
    private readonly double _percentile;
    private readonly int _startupTrials, _leastTrials;
    private readonly Interval _interval;

    /// <param name="percentile">Share of completed trials, from above, within which a trial goes on, in percent: 25 keeps the best quarter. Default 50.</param>
    /// <param name="startupTrials">Completed trials before the rule begins. Default 5.</param>
    /// <param name="warmUpSteps">Steps that are never judged. Default 0.</param>
    /// <param name="intervalSteps">Steps between judgements. Default 1.</param>
    /// <param name="leastTrials">Completed trials that must have a value at the step. Default 1.</param>
    /// <exception cref="Input.InvalidInputException">A setting out of its range.</exception>
    public PercentilePruner(double percentile = 50, int startupTrials = 5, int warmUpSteps = 0, int intervalSteps = 1, int leastTrials = 1)
    {
        if (percentile is not (>= 0 and <= 100)) throw PrunerCatalogue.Refused("percentile", $"{percentile}", "from 0 to 100");
        if (startupTrials < 0) throw PrunerCatalogue.Refused("startup trials", $"{startupTrials}", "0 or more");
        if (leastTrials < 1) throw PrunerCatalogue.Refused("least trials", $"{leastTrials}", "1 or more");
        (_percentile, _startupTrials, _leastTrials) = (percentile, startupTrials, leastTrials);
        _interval = new(warmUpSteps, intervalSteps);
    }

    /// <inheritdoc/>
    public string Name => _percentile == 50 ? PrunerCatalogue.Median : $"{PrunerCatalogue.Percentile}:{_percentile}";

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        var completed = study.Completed.ToList();
        if (completed.Count == 0 || completed.Count < _startupTrials || !_interval.Judges(trial)) return null;

        var best = Best(trial.Reports.Values);
        if (double.IsNaN(best)) return "None of its folds has a value.";
        var step = trial.LastStep!.Value;
        var values = completed.Where(run => run.Reports.ContainsKey(step)).Select(run => run.Reports[step]).ToList();
        if (values.Count < _leastTrials) return null;
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (known.Length == 0) return null;
        var limit = At(known, 1 - (_percentile / 100));
        return best < limit ? FormattableString.Invariant($"Its best fold so far, {best:0.###}, is below {limit:0.###}, where the best {_percentile:0.#} % of completed trials are at fold {step + 1}.") : null;
    }

    private static double Best(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();

    // Linear interpolation between neighbours, exact at a neighbour, infinities kept.
    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var part = place - below;
        if (part == 0 || sorted[below] == sorted[below + 1]) return sorted[below];
        return sorted[below] + (part * (sorted[below + 1] - sorted[below]));
    }
}
