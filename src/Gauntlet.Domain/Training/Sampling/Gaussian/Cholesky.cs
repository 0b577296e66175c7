using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>A positive definite matrix as the product of a lower triangle and its mirror, by rows.</summary>
internal sealed class Cholesky
{
    private readonly double[][] _rows;

    private Cholesky(double[][] rows) => _rows = rows;

    public int Count => _rows.Length;

    /// <summary>Decomposes a matrix given by the rows of its lower triangle, which it takes over.</summary>
    /// <returns>Null where the matrix is not positive definite.</returns>
    public static Cholesky? Of(double[][] lower)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            var row = lower[i];
            for (var j = 0; j < i; j++) row[j] = (row[j] - Dot(row.AsSpan(0, j), lower[j].AsSpan(0, j))) / lower[j][j];
            var left = row[i] - Dot(row.AsSpan(0, i), row.AsSpan(0, i));
            if (!(left > 0)) return null;
            row[i] = Math.Sqrt(left);
        }

        return new(lower);
    }

    /// <summary>Logarithm of the determinant of the matrix.</summary>
    public double LogDeterminant()
    {
        double sum = 0;
        for (var i = 0; i < _rows.Length; i++) sum += 2 * Math.Log(_rows[i][i]);
        return sum;
    }

    /// <summary>Solves with the lower triangle, in place.</summary>
    public void Forward(Span<double> x)
    {
        for (var i = 0; i < x.Length; i++) x[i] = (x[i] - Dot(_rows[i].AsSpan(0, i), x[..i])) / _rows[i][i];
    }

    /// <summary>Solves with the mirrored triangle, in place.</summary>
    public void Backward(Span<double> x)
    {
        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= _rows[i][i];
            var row = _rows[i];
            for (var j = 0; j < i; j++) x[j] -= row[j] * x[i];
        }
    }

    /// <summary>The inverse of the matrix, whole.</summary>
    public double[][] Inverse()
    {
        var n = _rows.Length;
        var inverse = new double[n][];
        for (var k = 0; k < n; k++)
        {
            var column = new double[n];
            column[k] = 1;
            Forward(column);
            inverse[k] = column;
        }

        // K⁻¹ = (L⁻¹)ᵀ L⁻¹; row k of what stands here is column k of L⁻¹, zero before k.
        var product = new double[n][];
        for (var i = 0; i < n; i++) product[i] = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) product[i][j] = product[j][i] = Dot(inverse[i].AsSpan(i), inverse[j].AsSpan(i));
        }

        return product;
    }

    // Four running sums in fixed order: the same digits on every processor.
    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var a = MemoryMarshal.Cast<double, Vector256<double>>(left);
        var b = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < a.Length; i++) sums += a[i] * b[i];
        var sum = sums[0] + sums[1] + sums[2] + sums[3];
        for (var i = 4 * a.Length; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
