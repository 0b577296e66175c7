using Gauntlet.Domain.Input;
using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>The long-only portfolio in which every asset contributes its budget of risk, by default the same.</summary>
/// <remarks>Maillard, Roncalli and Teiletche (2010), by Newton's method on ½x′Σx − Σ bᵢ·ln xᵢ, which is strictly convex: Spinu (2013).</remarks>
public static class EqualRiskContribution
{
    /// <param name="covariance">Covariances of the assets' returns.</param>
    /// <param name="budget">Share of risk of each asset, positive; default equal.</param>
    /// <returns>Positive weights that sum to 1, in the order of the assets.</returns>
    /// <exception cref="InvalidInputException">A budget that is not positive, or not one an asset.</exception>
    public static double[] Of(Covariance covariance, IReadOnlyList<double>? budget = null)
    {
        var n = covariance.Assets;
        budget ??= [.. Enumerable.Repeat(1.0 / n, n)];
        if (budget.Count != n || budget.Any(share => share is not > 0)) throw new InvalidInputException("risk budget", $"{budget.Count}", $"{n} assets need {n} positive shares of risk.");

        // In units of each asset's own deviation the matrix is the correlation matrix, whatever the scale of the data.
        var deviations = covariance.Matrix.Diagonal().PointwiseSqrt();
        var correlation = Matrix<double>.Build.Dense(n, n, (i, j) => covariance[i, j] / (deviations[i] * deviations[j]));
        var shares = Vector<double>.Build.DenseOfEnumerable(budget) / budget.Sum();
        var x = shares.PointwiseSqrt();
        for (var step = 0; step < 200; step++)
        {
            var gradient = (correlation * x) - shares.PointwiseDivide(x);
            var hessian = correlation + Matrix<double>.Build.DenseOfDiagonalVector(shares.PointwiseDivide(x.PointwisePower(2)));
            var move = hessian.Solve(gradient);
            // Self-concordance: far from the optimum the step shrinks so that no weight leaves the domain.
            var decrement = Math.Sqrt(move.DotProduct(gradient) / shares.Minimum());
            x -= decrement > 0.4 ? move / (1 + decrement) : move;
            if (decrement < 1e-14) break;
        }

        var weights = x.PointwiseDivide(deviations);
        return [.. weights / weights.Sum()];
    }
}
