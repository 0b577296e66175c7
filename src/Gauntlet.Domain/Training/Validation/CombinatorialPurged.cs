using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Validation;

/// <summary>Every choice of test folds, and the paths that their results can be put together to.</summary>
/// <remarks>
/// López de Prado (2018), chapter 12: C(N, k) splits give each fold C(N − 1, k − 1) results, so that many whole histories out of sample, not
/// one. The p-th path takes of each fold the result of the p-th split that tests it.
/// </remarks>
/// <param name="Splits">The splits, test folds in lexicographic order.</param>
/// <param name="Paths">Of each path the split that measures each fold.</param>
public sealed record CombinatorialPurged(IReadOnlyList<ValidationSplit> Splits, IReadOnlyList<IReadOnlyList<int>> Paths)
{
    // C(20, 10) = 184,756 back-tests are more than anybody waits for.
    private const int MostFolds = 20;

    /// <summary>Purges by numbers of rows: before each run of test folds, and after it together with the embargo.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="folds">Number of folds N, 2 to 20.</param>
    /// <param name="testFolds">Folds k that are measured at a time, 1 to N − 1.</param>
    /// <param name="rules">Purge and embargo.</param>
    /// <exception cref="InvalidInputException">Numbers out of range, tests too short, an embargo longer than a test, or a split with nothing left to train on.</exception>
    public static CombinatorialPurged Of(int rows, int folds, int testFolds, SplitRules rules) =>
        Of(rows, folds, testFolds, rules, (row, block, _) => row >= block.Start - rules.PurgeRows && row < block.End + rules.PurgeRows + rules.EmbargoRows, _ => 0);

    /// <summary>Purges by what each row's label looks at.</summary>
    /// <param name="labels">The labels; rows whose label touches that of a test go.</param>
    /// <param name="folds">Number of folds N, 2 to 20.</param>
    /// <param name="testFolds">Folds k that are measured at a time, 1 to N − 1.</param>
    /// <param name="rules">The embargo; the labels do the purging.</param>
    /// <exception cref="InvalidInputException">Numbers out of range, tests too short, an embargo longer than a test, or a split with nothing left to train on.</exception>
    public static CombinatorialPurged Of(LabelSpans labels, int folds, int testFolds, SplitRules rules) =>
        Of(labels.Rows, folds, testFolds, rules, (row, block, reach) => labels.Touches(row, block, reach, rules.EmbargoRows), labels.Reach);

    private static CombinatorialPurged Of(int rows, int folds, int testFolds, SplitRules rules, Func<int, RowRange, int, bool> knows, Func<RowRange, int> reachOf)
    {
        if (folds > MostFolds) throw new InvalidInputException("folds", $"{folds}", $"{folds} folds make more splits than can be run; give at most {MostFolds}.");
        var parts = rules.Folds(rows, folds);
        if (testFolds < 1 || testFolds >= folds)
            throw new InvalidInputException("testFolds", $"{testFolds}", $"{testFolds} of {folds} folds cannot be the test: at least one must be, and one must be left; give 1 to {folds - 1}.");

        var choices = Choices(folds, testFolds).ToList();
        var splits = choices.Select(choice =>
        {
            var tests = choice.Select(fold => parts[fold]).ToList();
            var blocks = ValidationSplit.Blocks(tests).Select(block => (Block: block, Reach: reachOf(block))).ToList();
            var train = ValidationSplit.Ranges(rows, row => !blocks.Exists(one => (row >= one.Block.Start && row < one.Block.End) || knows(row, one.Block, one.Reach)));
            return new ValidationSplit(train, tests);
        }).ToList();
        if (splits.Find(split => split.Train.Count == 0) is { } bare)
            throw new InvalidInputException("folds", $"{folds}", $"Testing rows {bare.Test[0].Start} to {bare.Test[^1].End - 1} leaves nothing to train on after purge and embargo; give more rows or a shorter purge.");
        return new(splits, PathsOf(choices, folds));
    }

    private static IEnumerable<int[]> Choices(int folds, int testFolds)
    {
        var choice = Enumerable.Range(0, testFolds).ToArray();
        while (true)
        {
            yield return [.. choice];
            var last = testFolds - 1;
            while (last >= 0 && choice[last] == folds - testFolds + last) last--;
            if (last < 0) yield break;
            choice[last]++;
            for (var i = last + 1; i < testFolds; i++) choice[i] = choice[i - 1] + 1;
        }
    }

    private static List<IReadOnlyList<int>> PathsOf(List<int[]> choices, int folds)
    {
        var testing = Enumerable.Range(0, folds).Select(fold => Enumerable.Range(0, choices.Count).Where(split => choices[split].Contains(fold)).ToList()).ToList();
        return [.. Enumerable.Range(0, testing[0].Count).Select(path => testing.Select(splits => splits[path]).ToList())];
    }
}
