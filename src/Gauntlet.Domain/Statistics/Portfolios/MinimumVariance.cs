using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>The portfolio of least variance.</summary>
/// <remarks>Markowitz (1952). Needs no expected returns, which is why it often beats portfolios that do.</remarks>
public static class MinimumVariance
{
    /// <param name="covariance">Covariances of the assets' returns, positive definite.</param>
    /// <param name="box">Limits on the weights. Default 0 to 1.</param>
    /// <returns>Weights that sum to 1, in the order of the assets.</returns>
    /// <exception cref="Input.InvalidInputException">Limits that cannot be met, or a matrix that is not positive definite.</exception>
    public static double[] Of(Covariance covariance, WeightBox? box = null) =>
        [.. BoxQuadratic.Solve(covariance.Matrix, Vector<double>.Build.Dense(covariance.Assets), 0, (box ?? WeightBox.Same(covariance.Assets)).Checked(covariance.Assets))];
}
