using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Importance;

/// <summary>Points as rows of numbers for a tree: a column for each number, one for each word, and the decoy at the end.</summary>
internal sealed class InputColumns
{
    private readonly int[] _axes;
    private readonly SearchSpace _space;

    /// <param name="space">The space.</param>
    /// <param name="axes">Axes that enter, in order.</param>
    public InputColumns(SearchSpace space, int[] axes)
    {
        (_space, _axes) = (space, axes);
        var box = new List<(double, double)>();
        var groups = new List<int[]>();
        foreach (var axis in axes)
        {
            var dimension = space.Dimensions[axis];
            groups.Add([.. Enumerable.Range(box.Count, dimension.Choices?.Count ?? 1)]);
            if (dimension.Choices is { } words) box.AddRange(words.Select(_ => (0.0, 1.0)));
            else box.Add((0, 1));
        }

        groups.Add([box.Count]);
        box.Add((0, 1));
        (Box, Groups) = (box, groups);
    }

    /// <summary>Range of every column.</summary>
    public IReadOnlyList<(double Low, double High)> Box { get; }

    /// <summary>Columns of every axis, the decoy's last.</summary>
    public IReadOnlyList<int[]> Groups { get; }

    /// <summary>The row of a point; numbers by their share of the axis, in its own scale.</summary>
    public double[] Row(double[] point, double decoy)
    {
        var row = new double[Box.Count];
        for (var i = 0; i < _axes.Length; i++)
        {
            var dimension = _space.Dimensions[_axes[i]];
            if (dimension.Choices is null) row[Groups[i][0]] = dimension.Share(point[_axes[i]]);
            else row[Groups[i][(int)point[_axes[i]]]] = 1;
        }

        row[^1] = decoy;
        return row;
    }
}
