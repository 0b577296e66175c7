using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Validation;

/// <summary>Every fold is measured once; training is the rest, without the rows that know the test.</summary>
/// <remarks>López de Prado (2018), section 7.4. Folds are equal parts in time order, rows left over go to the last.</remarks>
public static class PurgedKFold
{
    /// <summary>Purges by numbers of rows: before each test, and after it together with the embargo.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="rules">Purge and embargo.</param>
    /// <exception cref="InvalidInputException">Fewer than two folds, tests too short, or an embargo longer than a test.</exception>
    public static IReadOnlyList<ValidationSplit> Of(int rows, int folds, SplitRules rules) =>
        CombinatorialPurged.Of(rows, folds, testFolds: 1, rules).Splits;

    /// <summary>Purges by what each row's label looks at.</summary>
    /// <param name="labels">The labels; rows whose label is touched by the test's go.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="rules">The embargo; the labels do the purging.</param>
    /// <exception cref="InvalidInputException">Fewer than two folds, tests too short, or an embargo longer than a test.</exception>
    public static IReadOnlyList<ValidationSplit> Of(LabelSpans labels, int folds, SplitRules rules) =>
        CombinatorialPurged.Of(labels, folds, testFolds: 1, rules).Splits;
}
