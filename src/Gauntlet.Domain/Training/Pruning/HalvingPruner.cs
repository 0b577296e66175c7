namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Successive halving without waiting: a trial passes a rung only among the best 1/η of those that came to it before.</summary>
/// <remarks>
/// Li, Jamieson, Rostamizadeh et al. (2020), ASHA. Rung r lies at step r₀·η^(s+r), steps from 0; the value there is that of the last step. The
/// value of a trial that ended at a rung stays with it. Among fewer than η trials only the best so far passes.
/// </remarks>
public sealed class HalvingPruner : IPruner
{
    private readonly int? _given;
    private readonly int _factor, _rate, _bootstrap;
    private int? _first;

    /// <param name="firstStep">r₀, at least 1; null: a hundredth of the longest completed trial, fixed when first known. Default 1.</param>
    /// <param name="factor">η, at least 2. Default 4.</param>
    /// <param name="rate">s: rungs that are left out from below, 0 or more. Default 0.</param>
    /// <param name="bootstrap">Trials that must have come to a rung before any passes, 0 or more. Default 0.</param>
    /// <exception cref="Input.InvalidInputException">A setting out of its range.</exception>
    public HalvingPruner(int? firstStep = 1, int factor = 4, int rate = 0, int bootstrap = 0)
    {
        if (firstStep < 1) throw PrunerCatalogue.Refused("first step", $"{firstStep}", "1 or more");
        if (factor < 2) throw PrunerCatalogue.Refused("reduction factor", $"{factor}", "2 or more");
        if (rate < 0) throw PrunerCatalogue.Refused("early stopping rate", $"{rate}", "0 or more");
        if (bootstrap < 0) throw PrunerCatalogue.Refused("bootstrap count", $"{bootstrap}", "0 or more");
        if (bootstrap > 0 && firstStep is null) throw PrunerCatalogue.Refused("bootstrap count", $"{bootstrap}", "0 where the first step is found automatically");
        (_given, _first, _factor, _rate, _bootstrap) = (firstStep, firstStep, factor, rate, bootstrap);
    }

    /// <inheritdoc/>
    public string Name => $"{PrunerCatalogue.Halving}:{_factor}";

    /// <summary>The step of a rung.</summary>
    internal static double StepOf(int rung, int firstStep, int factor, int rate) => firstStep * Math.Pow(factor, rate + rung);

    /// <summary>r₀ where it is not given: a hundredth of the longest completed trial, at least 1; null before the first.</summary>
    internal static int? FirstStep(StudyRuns study) => study.Completed.Max(run => run.LastStep) is { } longest ? Math.Max(longest / 100, 1) : null;

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        if (trial.LastStep is not { } step) return null;
        if ((_first ??= FirstStep(study)) is not { } first) return null;
        var value = trial.Reports[step];
        while (step >= StepOf(trial.Rungs.Count, first, _factor, _rate))
        {
            if (double.IsNaN(value)) return $"Fold {step + 1}, where it is compared, has no value.";
            var rung = trial.Rungs.Count;
            List<double> rivals = [.. study.All.Where(run => run.Number != trial.Number && run.Rungs.Count > rung).Select(run => run.Rungs[rung]), value];
            trial.Rungs.Add(value);
            if (rivals.Count <= _bootstrap || !Passes(value, rivals))
                return FormattableString.Invariant($"With {value:0.###} at fold {step + 1} it is not among the best 1/{_factor} of {rivals.Count} trials.");
        }

        return null;
    }

    /// <inheritdoc/>
    public void Recall(string study, TrialRun trial)
    {
        if (_given is not { } first) return;
        foreach (var (step, value) in trial.Reports)
        {
            while (step >= StepOf(trial.Rungs.Count, first, _factor, _rate) && !double.IsNaN(value)) trial.Rungs.Add(value);
        }
    }

    private bool Passes(double value, List<double> rivals)
    {
        rivals.Sort();
        return value >= rivals[^Math.Max(rivals.Count / _factor, 1)];
    }
}
