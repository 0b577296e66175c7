using System.Numerics;
using System.Runtime.InteropServices;

namespace Gauntlet.Domain.Statistics;

/// <summary>Every split of combinatorially symmetric cross-validation.</summary>
/// <remarks>
/// A half's Sharpe ratio needs only sums and sums of squares over its blocks. Those of every choice among eight blocks are tabulated, so that
/// a half of sixteen blocks is the sum of two rows of a table, without drift and without a pass over the data.
/// </remarks>
internal sealed class CscvSplits
{
    private const int TableBits = 8;

    private readonly int _blocks;
    private readonly int _rows;
    private readonly int _trials;
    private readonly int _width;
    private readonly double[] _low, _high;

    /// <param name="returns">Return series of each trial, of one length.</param>
    /// <param name="blocks">Even, 2 to 16.</param>
    /// <param name="rows">Rows a block.</param>
    /// <param name="skipped">Rows before the first block.</param>
    public CscvSplits(IReadOnlyList<double[]> returns, int blocks, int rows, int skipped)
    {
        var lanes = Vector<double>.Count;
        (_blocks, _rows, _trials, _width) = (blocks, rows, returns.Count, (returns.Count + lanes - 1) / lanes * lanes);
        var sums = new double[blocks][];
        for (var block = 0; block < blocks; block++) sums[block] = BlockSums(returns, skipped + (block * rows));

        // The first block is the highest bit: falling choices are then in lexicographic order of their blocks.
        Array.Reverse(sums);
        _low = Table(sums.AsSpan(0, Math.Min(TableBits, blocks)));
        _high = Table(sums.AsSpan(Math.Min(TableBits, blocks)));
    }

    /// <summary>All choices of half the blocks as sample, in lexicographic order.</summary>
    public List<CscvSplit> ToList()
    {
        var splits = new List<CscvSplit>();
        var (inside, outside) = (new double[_width], new double[_width]);
        var all = (1u << _blocks) - 1;
        for (var choice = all; choice > 0; choice--)
        {
            if (BitOperations.PopCount(choice) != _blocks / 2) continue;
            Sharpes(choice, inside);
            Sharpes(all & ~choice, outside);
            splits.Add(Split(inside.AsSpan(0, _trials), outside.AsSpan(0, _trials)));
        }

        return splits;
    }

    private static CscvSplit Split(ReadOnlySpan<double> inside, ReadOnlySpan<double> outside)
    {
        var best = 0;
        for (var i = 1; i < inside.Length; i++)
        {
            if (inside[i] > inside[best]) best = i;
        }

        int below = 0, equal = 0;
        foreach (var value in outside)
        {
            below += value < outside[best] ? 1 : 0;
            equal += value == outside[best] ? 1 : 0;
        }

        var rank = below + ((equal + 1) / 2.0);
        var omega = rank / (outside.Length + 1);
        return new(best, inside[best], outside[best], rank, Math.Log(omega / (1 - omega)));
    }

    // Sums of all trials, then sums of squares of all trials.
    private double[] BlockSums(IReadOnlyList<double[]> returns, int first)
    {
        var sums = new double[2 * _width];
        for (var trial = 0; trial < _trials; trial++)
        {
            double sum = 0, squares = 0;
            foreach (var value in returns[trial].AsSpan(first, _rows))
            {
                sum += value;
                squares += value * value;
            }

            (sums[trial], sums[_width + trial]) = (sum, squares);
        }

        return sums;
    }

    private double[] Table(ReadOnlySpan<double[]> sums)
    {
        var entry = 2 * _width;
        var table = new double[entry << sums.Length];
        for (var choice = 1; choice < 1 << sums.Length; choice++)
        {
            var bit = BitOperations.TrailingZeroCount(choice);
            var rest = (choice & (choice - 1)) * entry;
            for (var i = 0; i < entry; i++) table[(choice * entry) + i] = table[rest + i] + sums[bit][i];
        }

        return table;
    }

    private void Sharpes(uint choice, double[] target)
    {
        var entry = 2 * _width;
        var low = MemoryMarshal.Cast<double, Vector<double>>(_low.AsSpan((int)(choice & ((1 << TableBits) - 1)) * entry, entry));
        var high = MemoryMarshal.Cast<double, Vector<double>>(_high.AsSpan((int)(choice >> TableBits) * entry, entry));
        var ratios = MemoryMarshal.Cast<double, Vector<double>>(target.AsSpan());
        double count = _blocks / 2 * _rows;
        var (each, freedom) = (new Vector<double>(1 / count), new Vector<double>(1 / (count - 1)));
        for (var i = 0; i < ratios.Length; i++)
        {
            var sum = low[i] + high[i];
            var squares = low[ratios.Length + i] + high[ratios.Length + i];
            var mean = sum * each;
            var variance = (squares - (sum * mean)) * freedom;
            // Rounding leaves a constant series a variance of about 1e-16 of its squares.
            var varies = Vector.GreaterThan(variance, squares * (1e-14 / count));
            ratios[i] = Vector.ConditionalSelect(varies, mean / Vector.SquareRoot(Vector.ConditionalSelect(varies, variance, Vector<double>.One)), Vector<double>.Zero);
        }
    }
}
