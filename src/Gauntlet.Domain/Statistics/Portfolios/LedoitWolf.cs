using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>A covariance matrix pulled towards equal variances and no covariance, by as much as the sample's noise asks for.</summary>
/// <remarks>Ledoit and Wolf (2004): sample covariance S with divisor n, target μI with μ = trace(S)/p, shrinkage = noise of S over its distance from the target.</remarks>
/// <param name="Covariance">(1 − shrinkage)·S + shrinkage·μI.</param>
/// <param name="Shrinkage">In [0, 1].</param>
public sealed record LedoitWolf(Covariance Covariance, double Shrinkage)
{
    /// <param name="returns">Returns of each asset, all over the same periods; at least two periods.</param>
    /// <exception cref="ArgumentException">No asset, unequal lengths or fewer than two periods.</exception>
    /// <exception cref="Input.InvalidInputException">An asset that does not vary, alone.</exception>
    public static LedoitWolf Of(IReadOnlyList<double[]> returns)
    {
        if (returns.Count == 0 || returns[0].Length < 2 || returns.Any(series => series.Length != returns[0].Length))
            throw new ArgumentException("Covariances need assets over the same two periods or more.", nameof(returns));
        var (n, p) = (returns[0].Length, returns.Count);
        var x = Matrix<double>.Build.DenseOfColumnArrays(returns.Select(series => Autocovariance.Deviations(series)));
        var sample = x.TransposeThisAndMultiply(x) / n;
        var target = sample.Trace() / p;
        var squares = x.PointwisePower(2);
        var noise = ((squares.TransposeThisAndMultiply(squares) / n) - sample.PointwisePower(2)).Enumerate().Sum() / n;
        var distance = (sample - (Matrix<double>.Build.DenseIdentity(p) * target)).Enumerate().Sum(value => value * value);
        var shrinkage = distance > 0 ? Math.Clamp(noise / distance, 0, 1) : 0;
        return new(new((sample * (1 - shrinkage)) + (Matrix<double>.Build.DenseIdentity(p) * (shrinkage * target))), shrinkage);
    }
}
