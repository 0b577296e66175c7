namespace Gauntlet.Domain.Training.Validation;

/// <summary>What choosing the best trial earns where it was not chosen: combinatorial cross-validation of the choice itself over the folds of a study.</summary>
/// <remarks>
/// López de Prado (2018), chapter 12, with a trial's fold values in the place of rows: in every split the trial with the best mean over the
/// training folds is taken and its values in the test folds count. The paths put these together to whole histories out of sample.
/// </remarks>
/// <param name="Chosen">Best mean over all folds: what the choice shows in sample.</param>
/// <param name="Paths">Mean over the folds of each path, in the order of the paths.</param>
public sealed record ChoicePaths(double Chosen, IReadOnlyList<double> Paths)
{
    /// <summary>Folds that are measured at a time.</summary>
    public const int TestFolds = 2;

    /// <param name="trials">Values of each trial's folds, higher is better, all of the same length.</param>
    /// <returns>Null with fewer than two trials or fewer than three folds: then nothing is chosen, or nothing is left to choose by.</returns>
    /// <exception cref="ArgumentException">Unequal lengths.</exception>
    public static ChoicePaths? Of(IReadOnlyList<IReadOnlyList<double>> trials)
    {
        if (trials.Count < 2 || trials[0].Count <= TestFolds) return null;
        var folds = trials[0].Count;
        if (trials.Any(trial => trial.Count != folds)) throw new ArgumentException("All trials have the same folds.", nameof(trials));

        // The folds themselves are cut with an embargo already; as rows of this division they need none.
        var cut = CombinatorialPurged.Of(folds, folds, TestFolds, new());
        var winners = cut.Splits.Select(split => Best(trials, [.. split.Train.SelectMany(range => range.Rows)])).ToList();
        return new(
            Mean(trials[Best(trials, [.. Enumerable.Range(0, folds)])], [.. Enumerable.Range(0, folds)]),
            [.. cut.Paths.Select(path => path.Select((split, fold) => trials[winners[split]][fold]).Average())]);
    }

    // The older one at a tie.
    private static int Best(IReadOnlyList<IReadOnlyList<double>> trials, int[] folds)
    {
        var best = 0;
        for (var i = 1; i < trials.Count; i++)
        {
            if (Mean(trials[i], folds) > Mean(trials[best], folds)) best = i;
        }

        return best;
    }

    private static double Mean(IReadOnlyList<double> trial, int[] folds)
    {
        double sum = 0;
        foreach (var fold in folds) sum += trial[fold];
        return sum / folds.Length;
    }
}
