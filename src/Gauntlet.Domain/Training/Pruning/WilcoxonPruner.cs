namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Ends a trial that is worse than the best completed one, fold by fold, beyond what chance explains.</summary>
/// <remarks>A signed-rank test on the folds that both have. A trial whose mean is not below that of the best is kept whatever the test says.</remarks>
public sealed class WilcoxonPruner : IPruner
{
    private readonly double _level;
    private readonly int _leastSteps;

    /// <param name="level">Probability below which chance is ruled out, above 0 and below 1. Default 0.1.</param>
    /// <param name="leastSteps">Folds in common before the rule begins. Default 2; fewer than four cannot reach 0.1.</param>
    /// <exception cref="Input.InvalidInputException">A setting out of its range.</exception>
    public WilcoxonPruner(double level = 0.1, int leastSteps = 2)
    {
        if (level is not (>= 0 and <= 1)) throw PrunerCatalogue.Refused("level", $"{level}", "from 0 to 1");
        if (leastSteps < 0) throw PrunerCatalogue.Refused("least steps", $"{leastSteps}", "0 or more");
        (_level, _leastSteps) = (level, leastSteps);
    }

    /// <inheritdoc/>
    public string Name => $"{PrunerCatalogue.Wilcoxon}:{_level}";

    /// <inheritdoc/>
    public string? Judge(StudyRuns study, TrialRun trial)
    {
        if (trial.Reports.Count == 0 || study.Best is not { Reports.Count: > 0 } best) return null;
        if (!trial.Reports.Values.Concat(best.Reports.Values).All(double.IsFinite)) return null;

        double[] differences = [.. trial.Reports.Where(report => best.Reports.ContainsKey(report.Key)).Select(report => report.Value - best.Reports[report.Key])];
        if (differences.Length == 0 || differences.Length < _leastSteps) return null;
        var probability = SignedRankTest.Less(differences);
        if (!(probability < _level) || best.Reports.Values.Average() <= trial.Reports.Values.Average()) return null;
        return FormattableString.Invariant($"On {differences.Length} folds it is worse than trial {best.Number}; chance alone would do that with probability {probability:0.###}.");
    }
}
