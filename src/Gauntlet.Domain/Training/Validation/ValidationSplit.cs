namespace Gauntlet.Domain.Training.Validation;

/// <summary>One division of rows into those that may be known and those that are measured.</summary>
/// <param name="Train">Ranges that may be known, ascending, none empty.</param>
/// <param name="Test">Ranges that are measured, ascending, one a fold.</param>
public sealed record ValidationSplit(IReadOnlyList<RowRange> Train, IReadOnlyList<RowRange> Test)
{
    /// <summary>Number of rows that may be known.</summary>
    public int TrainCount => Train.Sum(range => range.Count);

    /// <summary>Number of rows that are measured.</summary>
    public int TestCount => Test.Sum(range => range.Count);

    /// <summary>Tests that touch, joined: what purging looks at.</summary>
    internal static IReadOnlyList<RowRange> Blocks(IEnumerable<RowRange> ranges)
    {
        var blocks = new List<RowRange>();
        foreach (var range in ranges)
        {
            if (blocks.Count > 0 && blocks[^1].End == range.Start) blocks[^1] = blocks[^1] with { End = range.End };
            else blocks.Add(range);
        }

        return blocks;
    }

    /// <summary>Ranges of the rows that are wanted.</summary>
    internal static IReadOnlyList<RowRange> Ranges(int rows, Func<int, bool> wanted) =>
        Blocks(Enumerable.Range(0, rows).Where(wanted).Select(row => new RowRange(row, row + 1)));
}
