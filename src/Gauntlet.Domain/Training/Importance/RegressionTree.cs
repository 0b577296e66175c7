using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Importance;

/// <summary>A binary tree that cuts a box into smaller ones, each with one value.</summary>
/// <remarks>Breiman, Friedman, Olshen and Stone (1984): every cut is the one that leaves the least squared error, down to single values. A row goes left where its value is at most the threshold.</remarks>
internal sealed class RegressionTree
{
    /// <summary>Cuts on a way down at most.</summary>
    public const int MaximumDepth = 64;

    private readonly List<Node> _nodes = [];

    /// <param name="nodes">The root first.</param>
    public RegressionTree(IEnumerable<Node> nodes) => _nodes.AddRange(nodes);

    private RegressionTree()
    {
    }

    /// <summary>All nodes, the root first.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Grows a tree on rows drawn with replacement.</summary>
    /// <param name="rows">Inputs, one a row.</param>
    /// <param name="values">Their values.</param>
    /// <param name="random">What draws.</param>
    public static RegressionTree Grow(double[][] rows, double[] values, SeededRandom random)
    {
        var tree = new RegressionTree();
        var drawn = new int[rows.Length];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = random.Next(rows.Length);
        tree.Grow(new Sample(rows, values), drawn, 0);
        return tree;
    }

    private int Grow(Sample sample, Span<int> drawn, int depth)
    {
        var place = _nodes.Count;
        _nodes.Add(new(-1, 0, 0, 0, sample.Mean(drawn)));
        if (depth == MaximumDepth || sample.BestCut(drawn) is not { } cut) return place;

        var left = 0;
        for (var i = 0; i < drawn.Length; i++)
        {
            if (sample.Rows[drawn[i]][cut.Column] <= cut.Threshold) (drawn[left], drawn[i], left) = (drawn[i], drawn[left], left + 1);
        }

        var (less, more) = (Grow(sample, drawn[..left], depth + 1), Grow(sample, drawn[left..], depth + 1));
        _nodes[place] = new(cut.Column, cut.Threshold, less, more, _nodes[place].Value);
        return place;
    }

    /// <summary>A cut, or a leaf.</summary>
    /// <param name="Column">Column that is cut; −1 for a leaf.</param>
    /// <param name="Threshold">Where.</param>
    /// <param name="Left">Node of what is at most the threshold.</param>
    /// <param name="Right">Node of the rest.</param>
    /// <param name="Value">Mean value of what comes here.</param>
    internal readonly record struct Node(int Column, double Threshold, int Left, int Right, double Value);

    private sealed class Sample(double[][] rows, double[] values)
    {
        private readonly double[] _keys = new double[rows.Length];
        private readonly int[] _order = new int[rows.Length];

        public double[][] Rows { get; } = rows;

        public double Mean(ReadOnlySpan<int> drawn)
        {
            double sum = 0;
            foreach (var row in drawn) sum += values[row];
            return sum / drawn.Length;
        }

        public (int Column, double Threshold)? BestCut(ReadOnlySpan<int> drawn)
        {
            double total = 0, squares = 0;
            foreach (var row in drawn) (total, squares) = (total + values[row], squares + (values[row] * values[row]));
            if (drawn.Length < 2 || squares - (total * total / drawn.Length) <= 1e-12 * squares) return null;

            (int Column, double Threshold)? best = null;
            var gain = 0.0;
            var keys = _keys.AsSpan(0, drawn.Length);
            var order = _order.AsSpan(0, drawn.Length);
            for (var column = 0; column < Rows[0].Length; column++)
            {
                drawn.CopyTo(order);
                for (var i = 0; i < order.Length; i++) keys[i] = Rows[order[i]][column];
                keys.Sort(order);
                double left = 0;
                for (var i = 1; i < order.Length; i++)
                {
                    left += values[order[i - 1]];
                    if (keys[i] == keys[i - 1]) continue;
                    var right = total - left;
                    var kept = (left * left / i) + (right * right / (order.Length - i)) - (total * total / order.Length);
                    if (kept > gain) (gain, best) = (kept, (column, keys[i - 1] + ((keys[i] - keys[i - 1]) / 2)));
                }
            }

            return best;
        }
    }
}
