namespace Gauntlet.Domain.Training.Validation;

/// <summary>For each row the last row that its label looks at: a position held for three bars from row 7 on has label row 10.</summary>
/// <remarks>López de Prado (2018), section 7.4: a training row whose span touches a test's span has seen the test.</remarks>
public sealed class LabelSpans
{
    private readonly int[] _ends;

    /// <param name="ends">Last row of each label, at or after the row itself and within the rows.</param>
    /// <exception cref="Input.InvalidInputException">A label that ends before it begins, or after the last row.</exception>
    public LabelSpans(IReadOnlyList<int> ends)
    {
        _ends = [.. ends];
        for (var row = 0; row < _ends.Length; row++)
        {
            if (_ends[row] < row || _ends[row] >= _ends.Length)
                throw new Input.InvalidInputException("labels", $"{_ends[row]}", $"The label of row {row} ends at row {_ends[row]}; it must end at or after its row and before row {_ends.Length}.");
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _ends.Length;

    /// <summary>Labels that all look a number of rows ahead.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="ahead">Rows ahead, not negative.</param>
    public static LabelSpans Ahead(int rows, int ahead) => new([.. Enumerable.Range(0, rows).Select(row => Math.Min(rows - 1, row + ahead))]);

    /// <summary>Last row that any label of a block looks at.</summary>
    internal int Reach(RowRange block) => block.Rows.Max(row => _ends[row]);

    /// <summary>Whether a training row must go: its label touches the block's, or it comes within the embargo behind it.</summary>
    internal bool Touches(int row, RowRange block, int reach, int embargo) =>
        (row <= reach && _ends[row] >= block.Start) || (row >= block.End && row <= reach + embargo);
}
