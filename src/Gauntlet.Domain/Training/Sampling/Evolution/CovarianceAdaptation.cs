using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>CMA-ES with a full covariance and negative weights, with learning rates adapted to the noise where asked for.</summary>
/// <remarks>Hansen (2016); the step path takes the root of the covariance from before the update.</remarks>
internal sealed class CovarianceAdaptation : Adaptation
{
    private const double Least = 1e-8;

    private readonly LearningRates? _rates;
    private double[,] _covariance;
    private (double[] Deviations, double[,] Axes)? _decomposed;

    /// <param name="mean">Where to start.</param>
    /// <param name="step">How wide to start.</param>
    /// <param name="population">Solutions of a generation.</param>
    /// <param name="covariance">Shape to start with; null: a ball.</param>
    /// <param name="adaptsRates">Learns less from generations that noise has ranked.</param>
    public CovarianceAdaptation(double[] mean, double step, int population, double[,]? covariance = null, bool adaptsRates = false)
        : base(mean, step, CmaConstants.Full(mean.Length, population))
    {
        _covariance = covariance is null ? Identity(mean.Length) : (double[,])covariance.Clone();
        _rates = adaptsRates ? new(mean.Length) : null;
    }

    public double[,] Covariance => _covariance;

    public LearningRates? Rates => _rates;

    public override double Variance(int axis) => _covariance[axis, axis];

    public override double[] Sample(SeededRandom random)
    {
        var (deviations, axes) = Decompose();
        var point = (double[])Mean.Clone();
        for (var k = 0; k < point.Length; k++)
        {
            var along = Step * deviations[k] * random.NextNormal();
            for (var i = 0; i < point.Length; i++) point[i] += axes[i, k] * along;
        }

        return point;
    }

    protected override double[] Deviations() => Decompose().Deviations;

    protected override void Learn(double[][] steps, double[] move)
    {
        var (deviations, axes) = Decompose();
        var root = Spectral(axes, Array.ConvertAll(deviations, d => 1 / d));
        _decomposed = null;
        var before = _rates is null ? null : new LearningRates.Before((double[])Mean.Clone(), Step, (double[,])_covariance.Clone(), root);

        MoveMean(move);
        var stalled = LearnPaths(move, Times(root, move));
        Update(steps, root, stalled);
        if (_rates is not null) Step = _rates.Apply(before!, Mean, Step, ref _covariance);
    }

    private void Update(double[][] steps, double[,] root, double stalled)
    {
        var (n, c) = (Mean.Length, Constants);
        var kept = Kept(stalled);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) _covariance[i, j] = (kept * _covariance[i, j]) + (c.RankOneRate * CovariancePath[i] * CovariancePath[j]);
        }

        for (var k = 0; k < steps.Length; k++)
        {
            var weight = c.Weights[k];
            if (weight < 0)
            {
                var length = Length(Times(root, steps[k]));
                weight *= n / ((length * length) + Least);
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++) _covariance[i, j] += c.RankMuRate * weight * steps[k][i] * steps[k][j];
            }
        }
    }

    // The covariance that is used is symmetric and has no direction without extent: it is put together again from its parts.
    private (double[] Deviations, double[,] Axes) Decompose()
    {
        if (_decomposed is { } known) return known;
        var (values, axes) = SymmetricEigen.Of(_covariance);
        var deviations = Array.ConvertAll(values, value => Math.Sqrt(value < 0 ? Least * Least : value));
        for (var i = 0; i < deviations.Length; i++) deviations[i] = values[i] < 0 ? Least : deviations[i];
        _covariance = Spectral(axes, Array.ConvertAll(deviations, d => d * d));
        _decomposed = (deviations, axes);
        return (deviations, axes);
    }

    internal static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[vector.Length];
        for (var i = 0; i < product.Length; i++)
        {
            for (var j = 0; j < product.Length; j++) product[i] += matrix[i, j] * vector[j];
        }

        return product;
    }

    private static double[,] Spectral(double[,] axes, double[] values)
    {
        var n = values.Length;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double sum = 0;
                for (var k = 0; k < n; k++) sum += axes[i, k] * values[k] * axes[j, k];
                matrix[i, j] = matrix[j, i] = sum;
            }
        }

        return matrix;
    }

    private static double[,] Identity(int n)
    {
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++) matrix[i, i] = 1;
        return matrix;
    }
}
