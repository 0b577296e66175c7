namespace Gauntlet.Domain.Training.Validation;

/// <summary>Rows that follow each other.</summary>
/// <param name="Start">First row.</param>
/// <param name="End">The row after the last.</param>
public readonly record struct RowRange(int Start, int End)
{
    /// <summary>Number of rows.</summary>
    public int Count => End - Start;

    /// <summary>The rows one by one.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(Start, Count);
}
