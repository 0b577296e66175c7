using Gauntlet.Domain.Input;
using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>Covariances between assets, checked once for what every weighting needs.</summary>
public sealed class Covariance
{
    internal Covariance(Matrix<double> matrix)
    {
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Math.Abs(matrix[i, j] - matrix[j, i]) > 1e-9 * Math.Sqrt(matrix[i, i] * matrix[j, j]))
                    throw new InvalidInputException("covariance", $"{matrix[i, j]}", $"Covariance of assets {i} and {j} is {matrix[i, j]} one way and {matrix[j, i]} the other; give a symmetric matrix.");
            }

            if (!(matrix[i, i] > 0)) throw new InvalidInputException("covariance", $"{matrix[i, i]}", $"Variance of asset {i} is {matrix[i, i]}; leave out assets that do not vary.");
        }

        Matrix = matrix;
    }

    /// <summary>Number of assets.</summary>
    public int Assets => Matrix.RowCount;

    internal Matrix<double> Matrix { get; }

    /// <summary>Covariances that are known.</summary>
    /// <param name="rows">Square and symmetric, with positive variances.</param>
    /// <exception cref="InvalidInputException">Not so.</exception>
    public static Covariance Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        if (rows.Count == 0 || rows.Any(row => row.Count != rows.Count)) throw new InvalidInputException("covariance", $"{rows.Count}", "A covariance matrix has as many columns as rows, at least one.");
        return new(Matrix<double>.Build.Dense(rows.Count, rows.Count, (i, j) => rows[i][j]));
    }

    /// <summary>Covariance of two assets.</summary>
    public double this[int first, int second] => Matrix[first, second];

    /// <summary>Variance of a portfolio.</summary>
    /// <param name="weights">One an asset.</param>
    public double VarianceOf(IReadOnlyList<double> weights)
    {
        var w = Vector<double>.Build.DenseOfEnumerable(weights);
        return w.DotProduct(Matrix * w);
    }

    /// <summary>What each asset adds to the deviation of a portfolio, wᵢ(Σw)ᵢ/σ; they sum to σ.</summary>
    /// <param name="weights">One an asset.</param>
    public double[] Contributions(IReadOnlyList<double> weights)
    {
        var w = Vector<double>.Build.DenseOfEnumerable(weights);
        var marginal = Matrix * w;
        var deviation = Math.Sqrt(w.DotProduct(marginal));
        return [.. w.PointwiseMultiply(marginal) / deviation];
    }
}
