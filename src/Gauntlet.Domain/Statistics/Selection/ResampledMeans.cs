using System.Numerics;
using System.Runtime.InteropServices;
using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Column means of bootstrap draws, each less the mean of the whole column.</summary>
/// <remarks>
/// A draw is made of runs of rows that follow each other; the sum over a run is a difference of running sums, so that a draw costs its
/// blocks rather than its rows. Columns are centred first, which keeps the running sums small and their differences exact to rounding.
/// </remarks>
internal sealed class ResampledMeans
{
    // Below this a run is cheaper row by row, and exact.
    private const int ShortRun = 3;

    private readonly double[] _values;
    private readonly int _width;

    private ResampledMeans(double[] values, int columns, int width) => (_values, Columns, _width) = (values, columns, width);

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The centred means of a draw, one a column.</summary>
    public ReadOnlySpan<double> this[int draw] => _values.AsSpan(draw * _width, Columns);

    /// <param name="columns">Series of one length.</param>
    /// <param name="means">Their means.</param>
    /// <param name="resampling">The draws.</param>
    public static ResampledMeans Of(IReadOnlyList<double[]> columns, double[] means, IResampling resampling)
    {
        var lanes = Vector<double>.Count;
        var width = (columns.Count + lanes - 1) / lanes * lanes;
        var rows = columns[0].Length;
        var (centred, running) = Sums(columns, means, width);
        var values = new double[resampling.Draws * width];
        var drawn = new int[rows];
        for (var draw = 0; draw < resampling.Draws; draw++)
        {
            resampling.Fill(draw, drawn);
            var target = values.AsSpan(draw * width, width);
            Add(drawn, centred, running, target);
            for (var column = 0; column < width; column++) target[column] /= rows;
        }

        return new(values, columns.Count, width);
    }

    private static (double[] Centred, double[] Running) Sums(IReadOnlyList<double[]> columns, double[] means, int width)
    {
        var rows = columns[0].Length;
        var (centred, running) = (new double[rows * width], new double[(rows + 1) * width]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var value = columns[column][row] - means[column];
                centred[(row * width) + column] = value;
                running[((row + 1) * width) + column] = running[(row * width) + column] + value;
            }
        }

        return (centred, running);
    }

    private static void Add(int[] rows, double[] centred, double[] running, Span<double> target)
    {
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end] == rows[end - 1] + 1) end++;
            if (end - start >= ShortRun) AddRun(running, rows[start], rows[end - 1] + 1, target);
            else for (var i = start; i < end; i++) AddRow(centred, rows[i], target);
            start = end;
        }
    }

    private static void AddRow(double[] centred, int row, Span<double> target)
    {
        var source = MemoryMarshal.Cast<double, Vector<double>>(centred.AsSpan(row * target.Length, target.Length));
        var sums = MemoryMarshal.Cast<double, Vector<double>>(target);
        for (var i = 0; i < sums.Length; i++) sums[i] += source[i];
    }

    private static void AddRun(double[] running, int first, int end, Span<double> target)
    {
        var before = MemoryMarshal.Cast<double, Vector<double>>(running.AsSpan(first * target.Length, target.Length));
        var after = MemoryMarshal.Cast<double, Vector<double>>(running.AsSpan(end * target.Length, target.Length));
        var sums = MemoryMarshal.Cast<double, Vector<double>>(target);
        for (var i = 0; i < sums.Length; i++) sums[i] += after[i] - before[i];
    }
}
