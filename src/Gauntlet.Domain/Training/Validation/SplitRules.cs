using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Validation;

/// <summary>Distance between what is known and what is measured.</summary>
public sealed record SplitRules
{
    /// <summary>Rows before each test that are dropped from training, because what they predict reaches into the test; not negative. Default 0.</summary>
    public int PurgeRows { get; init; }

    /// <summary>Rows after each test, beyond the purged ones, that are dropped because they remember the test; not negative. Default 0.</summary>
    public int EmbargoRows { get; init; }

    /// <summary>Fewest rows of a test: at least what a strategy needs to warm up and one more. Default 1.</summary>
    public int MinimumTestRows { get; init; } = 1;

    /// <summary>Folds of one size, rows left over to the last.</summary>
    internal IReadOnlyList<RowRange> Folds(int rows, int folds)
    {
        if (folds < 2) throw new InvalidInputException("folds", $"{folds}", $"{folds} folds leave nothing to compare; give at least 2.");
        Check(rows / folds, rows);
        var size = rows / folds;
        return [.. Enumerable.Range(0, folds).Select(i => new RowRange(i * size, i + 1 < folds ? (i + 1) * size : rows))];
    }

    /// <summary>Refuses tests that are too short for these rules.</summary>
    internal void Check(int testRows, int rows)
    {
        if (PurgeRows < 0) throw new InvalidInputException(nameof(PurgeRows), $"{PurgeRows}", $"Purged rows are counted from 0, not {PurgeRows}.");
        if (EmbargoRows < 0) throw new InvalidInputException(nameof(EmbargoRows), $"{EmbargoRows}", $"Embargoed rows are counted from 0, not {EmbargoRows}.");
        if (testRows < Math.Max(1, MinimumTestRows))
            throw new InvalidInputException("folds", $"{testRows}", $"Tests of {testRows} rows out of {rows} are shorter than the {Math.Max(1, MinimumTestRows)} they need to warm up and be measured; give fewer folds or more rows.");
        if (EmbargoRows > testRows)
            throw new InvalidInputException(nameof(EmbargoRows), $"{EmbargoRows}", $"An embargo of {EmbargoRows} rows is longer than a test of {testRows}; give fewer folds or a shorter embargo.");
    }
}
