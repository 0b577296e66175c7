using Gauntlet.Domain.Input;
using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>The portfolio with the highest ratio of expected excess return to deviation.</summary>
/// <remarks>
/// Along the efficient frontier w(t) = argmin ½w′Σw − t·m′w the ratio rises up to the t where w′Σw = t·m′w and falls behind it, so that t is
/// found by bisection: Sharpe (1994) for the ratio, Markowitz (1952) for the frontier.
/// </remarks>
public static class MaximumSharpe
{
    /// <param name="expectedReturns">Expected return of each asset.</param>
    /// <param name="covariance">Covariances for the same period, positive definite.</param>
    /// <param name="riskFree">Risk-free return for the same period. Default 0.</param>
    /// <param name="box">Limits on the weights. Default 0 to 1.</param>
    /// <returns>Weights that sum to 1, in the order of the assets.</returns>
    /// <exception cref="InvalidInputException">Limits that cannot be met, no portfolio in them with a positive excess return, or a matrix that is not positive definite.</exception>
    public static double[] Of(IReadOnlyList<double> expectedReturns, Covariance covariance, double riskFree = 0, WeightBox? box = null)
    {
        if (expectedReturns.Count != covariance.Assets) throw new InvalidInputException("expected returns", $"{expectedReturns.Count}", $"{covariance.Assets} assets need {covariance.Assets} expected returns, not {expectedReturns.Count}.");
        var excess = Vector<double>.Build.Dense(covariance.Assets, i => expectedReturns[i] - riskFree);
        var limits = (box ?? WeightBox.Same(covariance.Assets)).Checked(covariance.Assets);
        Vector<double> At(double tolerance) => BoxQuadratic.Solve(covariance.Matrix, excess, tolerance, limits);
        bool Rising(double tolerance, Vector<double> w) => w.DotProduct(covariance.Matrix * w) > tolerance * excess.DotProduct(w);

        var high = 1e-3;
        for (var w = At(high); Rising(high, w); w = At(high))
        {
            high *= 4;
            if (high > 1e9) throw new InvalidInputException("expected returns", $"{expectedReturns.Max()}", $"No portfolio within the limits is expected to return more than the risk-free {riskFree}; lower it or widen the limits.");
        }

        var low = 0.0;
        for (var i = 0; i < 200 && (low + high) / 2 is var middle && middle > low && middle < high; i++)
        {
            if (Rising(middle, At(middle))) low = middle;
            else high = middle;
        }

        return [.. At(high)];
    }
}
