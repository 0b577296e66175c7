using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Validation;

/// <summary>A split with splits inside its training: parameters are chosen by the inner ones, what they earn is measured by the outer one.</summary>
/// <remarks>Varma and Simon (2006): choosing and measuring on the same folds is biased; nesting them is not.</remarks>
/// <param name="Outer">The split that measures.</param>
/// <param name="Inner">The splits that choose, in rows of the whole; they see nothing but the outer training.</param>
public sealed record NestedValidation(ValidationSplit Outer, IReadOnlyList<ValidationSplit> Inner)
{
    /// <summary>Puts inner splits into each outer one.</summary>
    /// <param name="outer">Splits of all rows.</param>
    /// <param name="inner">Makes splits of a number of rows, for example <c>rows =&gt; PurgedKFold.Of(rows, 5, rules)</c>.</param>
    /// <exception cref="InvalidInputException">As of the inner splits, for the rows that the outer training has.</exception>
    public static IReadOnlyList<NestedValidation> Of(IReadOnlyList<ValidationSplit> outer, Func<int, IReadOnlyList<ValidationSplit>> inner) =>
        [.. outer.Select(split => new NestedValidation(split, [.. inner(split.TrainCount).Select(one => Placed(one, split.Train))]))];

    private static ValidationSplit Placed(ValidationSplit inner, IReadOnlyList<RowRange> rows) =>
        new([.. inner.Train.SelectMany(range => Placed(range, rows))], [.. inner.Test.SelectMany(range => Placed(range, rows))]);

    // A range that spans a hole in the outer training falls into pieces.
    private static IEnumerable<RowRange> Placed(RowRange range, IReadOnlyList<RowRange> rows)
    {
        var passed = 0;
        foreach (var part in rows)
        {
            var (start, end) = (Math.Max(range.Start - passed, 0), Math.Min(range.End - passed, part.Count));
            if (start < end) yield return new(part.Start + start, part.Start + end);
            passed += part.Count;
        }
    }
}
