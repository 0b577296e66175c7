using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Validation;

/// <summary>Tests that follow each other in time, each known only by what came before it.</summary>
/// <remarks>Pardo (2008). Only the purge applies: nothing after a test is ever trained on, so there is nothing to embargo.</remarks>
public static class WalkForwardSplits
{
    /// <summary>A window of fixed length that rolls on by one test at a time.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="trainRows">Rows that may be known, at least 1.</param>
    /// <param name="testRows">Rows of a test, at least 1.</param>
    /// <param name="rules">The purge: rows between training and test.</param>
    /// <param name="shorterLast">Keeps a shorter test at the end instead of dropping it. Default false.</param>
    /// <exception cref="InvalidInputException">Numbers out of range, or too few rows for one test.</exception>
    public static IReadOnlyList<ValidationSplit> Rolling(int rows, int trainRows, int testRows, SplitRules rules, bool shorterLast = false) =>
        Of(rows, trainRows, testRows, rules, shorterLast, anchored: false);

    /// <summary>Everything from the first row on may be known.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="trainRows">Rows that may be known of the first test, at least 1.</param>
    /// <param name="testRows">Rows of a test, at least 1.</param>
    /// <param name="rules">The purge: rows between training and test.</param>
    /// <param name="shorterLast">Keeps a shorter test at the end instead of dropping it. Default false.</param>
    /// <exception cref="InvalidInputException">Numbers out of range, or too few rows for one test.</exception>
    public static IReadOnlyList<ValidationSplit> Anchored(int rows, int trainRows, int testRows, SplitRules rules, bool shorterLast = false) =>
        Of(rows, trainRows, testRows, rules, shorterLast, anchored: true);

    /// <summary>A number of equal tests at the end of the rows; purged rows are the last ones of the training.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="tests">Number of tests, at least 1.</param>
    /// <param name="rules">The purge: rows between training and test.</param>
    /// <param name="testRows">Rows of a test; default an equal share of the rows, the first share being training alone.</param>
    /// <param name="mostTrainRows">Rows that may be known at most; default all.</param>
    /// <exception cref="InvalidInputException">Numbers out of range, or too few rows.</exception>
    public static IReadOnlyList<ValidationSplit> AtTheEnd(int rows, int tests, SplitRules rules, int? testRows = null, int? mostTrainRows = null)
    {
        if (tests < 1) throw new InvalidInputException("tests", $"{tests}", $"{tests} tests measure nothing; give at least 1.");
        var size = testRows ?? (rows / (tests + 1));
        rules.Check(size, rows);
        var first = rows - (tests * size);
        Require(first - rules.PurgeRows, rows, size, rules);
        return [.. Enumerable.Range(0, tests).Select(i =>
        {
            var (start, end) = (first + (i * size), first + (i * size) - rules.PurgeRows);
            return new ValidationSplit([new(mostTrainRows is { } most ? Math.Max(0, end - most) : 0, end)], [new(start, start + size)]);
        })];
    }

    private static List<ValidationSplit> Of(int rows, int trainRows, int testRows, SplitRules rules, bool shorterLast, bool anchored)
    {
        rules.Check(testRows, rows);
        if (trainRows < 1) throw new InvalidInputException("trainRows", $"{trainRows}", $"{trainRows} rows are nothing to train on; give at least 1.");
        var splits = new List<ValidationSplit>();
        for (var start = trainRows + rules.PurgeRows; shorterLast ? start < rows : start + testRows <= rows; start += testRows)
        {
            var known = start - rules.PurgeRows;
            splits.Add(new([new(anchored ? 0 : known - trainRows, known)], [new(start, Math.Min(rows, start + testRows))]));
        }

        if (splits.Count == 0) Require(0, rows, testRows, rules);
        return splits;
    }

    private static void Require(int known, int rows, int testRows, SplitRules rules)
    {
        if (known < 1) throw new InvalidInputException("rows", $"{rows}", $"{rows} rows are too few for training, a purge of {rules.PurgeRows} rows and tests of {testRows}; give more rows or shorter tests.");
    }
}
