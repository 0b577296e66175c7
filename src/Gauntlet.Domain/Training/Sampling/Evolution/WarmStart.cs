namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>A starting distribution from the better solutions of an earlier search.</summary>
/// <remarks>Nomura, Watanabe, Akimoto, Ozaki and Onishi (2021): the normal distribution nearest to a mixture of balls of radius α around the best share γ.</remarks>
internal static class WarmStart
{
    /// <summary>Mean, step size and covariance to start with.</summary>
    /// <param name="solutions">Solutions of the earlier search, at least one.</param>
    /// <param name="share">γ: share of them that counts, at least one of them. Default 0.1.</param>
    /// <param name="radius">α: radius of a ball, for coordinates in the unit box. Default 0.1.</param>
    public static (double[] Mean, double Step, double[,] Covariance) Of(IReadOnlyList<Solution> solutions, double share = 0.1, double radius = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(solutions.Count);
        var n = solutions[0].Point.Length;
        var count = Math.Max((int)Math.Floor(solutions.Count * share), 1);
        double[][] best = [.. solutions.OrderBy(solution => solution.Value).Take(count).Select(solution => solution.Point)];
        double[] mean = [.. Enumerable.Range(0, n).Select(i => best.Average(point => point[i]))];
        var shape = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) shape[i, j] = (i == j ? radius * radius : 0) + best.Average(point => point[i] * point[j]) - (mean[i] * mean[j]);
        }

        var logDeterminant = SymmetricEigen.Of(shape).Values.Sum(Math.Log);
        var scale = Math.Exp(logDeterminant / n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) shape[i, j] /= scale;
        }

        return (mean, Math.Exp(logDeterminant / 2 / n), shape);
    }
}
