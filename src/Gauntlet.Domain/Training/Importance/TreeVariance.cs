namespace Gauntlet.Domain.Training.Importance;

/// <summary>How much of a tree's variance over its box is due to single columns and groups of them, exactly.</summary>
/// <remarks>
/// Functional analysis of variance of Hutter, Hoos and Leyton-Brown (2014): the marginal of a group is the tree's mean over all other columns,
/// its variance what the group explains, everything drawn evenly from the box.
/// </remarks>
internal sealed class TreeVariance
{
    private readonly (double Low, double High)[] _box;
    private readonly double[][] _edges;
    private readonly List<Leaf> _leaves = [];

    /// <param name="tree">The tree.</param>
    /// <param name="box">Range of every column.</param>
    public TreeVariance(RegressionTree tree, IReadOnlyList<(double Low, double High)> box)
    {
        _box = [.. box];
        _edges = [.. _box.Select((range, column) => tree.Nodes.Where(node => node.Column == column).Select(node => node.Threshold)
            .Where(edge => edge > range.Low && edge < range.High).Append(range.Low).Append(range.High).Distinct().Order().ToArray())];
        Walk(tree, 0, [.. _box.Select(range => range.Low)], [.. _box.Select(range => range.High)]);
        Mean = _leaves.Sum(leaf => leaf.Share * leaf.Value);
        Total = _leaves.Sum(leaf => leaf.Share * (leaf.Value - Mean) * (leaf.Value - Mean));
    }

    /// <summary>Mean over the box.</summary>
    public double Mean { get; }

    /// <summary>Variance over the box.</summary>
    public double Total { get; }

    /// <summary>Variance of the marginal of a group of columns: what they explain, alone and together.</summary>
    /// <param name="columns">The group, at least one.</param>
    public double Marginal(params ReadOnlySpan<int> columns)
    {
        var strides = new int[columns.Length];
        var cells = 1;
        for (var k = 0; k < columns.Length; k++) (strides[k], cells) = (cells, cells * _edges[columns[k]].Length);
        var field = new double[cells];
        foreach (var leaf in _leaves) Spread(leaf, columns, strides, field);

        // What was set at the corners of each leaf becomes what holds inside of it.
        for (var k = 0; k < columns.Length; k++)
        {
            var length = _edges[columns[k]].Length;
            for (var cell = 0; cell < cells; cell++)
            {
                if (cell / strides[k] % length > 0) field[cell] += field[cell - strides[k]];
            }
        }

        double variance = 0;
        for (var cell = 0; cell < cells; cell++)
        {
            var weight = 1.0;
            for (var k = 0; k < columns.Length && weight > 0; k++)
            {
                var (edges, place) = (_edges[columns[k]], cell / strides[k] % _edges[columns[k]].Length);
                weight *= place + 1 < edges.Length ? (edges[place + 1] - edges[place]) / (edges[^1] - edges[0]) : 0;
            }

            variance += weight * (field[cell] - Mean) * (field[cell] - Mean);
        }

        return variance;
    }

    private void Spread(in Leaf leaf, ReadOnlySpan<int> columns, int[] strides, double[] field)
    {
        var value = leaf.Value * leaf.Share;
        foreach (var column in columns) value *= (_box[column].High - _box[column].Low) / (leaf.High[column] - leaf.Low[column]);
        for (var corner = 0; corner < 1 << columns.Length; corner++)
        {
            var (place, sign) = (0, 1);
            for (var k = 0; k < columns.Length; k++)
            {
                var far = (corner >> k & 1) == 1;
                place += strides[k] * Array.BinarySearch(_edges[columns[k]], far ? leaf.High[columns[k]] : leaf.Low[columns[k]]);
                sign = far ? -sign : sign;
            }

            field[place] += sign * value;
        }
    }

    private void Walk(RegressionTree tree, int place, double[] low, double[] high)
    {
        var node = tree.Nodes[place];
        if (node.Column < 0)
        {
            var share = 1.0;
            for (var column = 0; column < _box.Length; column++) share *= (high[column] - low[column]) / (_box[column].High - _box[column].Low);
            _leaves.Add(new(node.Value, share, low, high));
            return;
        }

        // A cut outside of the box leaves one side empty.
        if (node.Threshold > low[node.Column]) Walk(tree, node.Left, low, With(high, node.Column, Math.Min(node.Threshold, high[node.Column])));
        if (node.Threshold < high[node.Column]) Walk(tree, node.Right, With(low, node.Column, Math.Max(node.Threshold, low[node.Column])), high);
    }

    private static double[] With(double[] side, int column, double value)
    {
        var changed = (double[])side.Clone();
        changed[column] = value;
        return changed;
    }

    private readonly record struct Leaf(double Value, double Share, double[] Low, double[] High);
}
