namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Keeps the signal-to-noise ratio of the updates constant: where noise ranks the solutions, less is learnt from a generation.</summary>
/// <remarks>Nomura, Akimoto and Ono (2023), CMA-ES with learning rate adaptation; α = 1.4, β = 0.1 and 0.03, γ = 0.1.</remarks>
internal sealed class LearningRates(int dimensions)
{
    private const double Alpha = 1.4;
    private const double Gamma = 0.1;

    private readonly Rate _mean = new(dimensions, 0.1);
    private readonly Rate _covariance = new(dimensions * dimensions, 0.03);

    /// <summary>Learning rate of the mean.</summary>
    public double OfMean => _mean.Eta;

    /// <summary>Learning rate of the covariance.</summary>
    public double OfCovariance => _covariance.Eta;

    /// <summary>Where the distribution stood before an update, and the inverse root of its covariance.</summary>
    internal sealed record Before(double[] Mean, double Step, double[,] Covariance, double[,] InverseRoot);

    /// <summary>Takes back a part of an update.</summary>
    /// <returns>The step size.</returns>
    public double Apply(Before before, double[] mean, double step, ref double[,] covariance)
    {
        var n = mean.Length;
        double[] move = [.. mean.Zip(before.Mean, (now, then) => now - then)];
        var old = Scaled(before.Covariance, before.Step * before.Step);
        var change = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) change[i, j] = (step * step * covariance[i, j]) - old[i, j];
        }

        var inverse = Scaled(before.InverseRoot, 1 / before.Step);
        var localMove = CovarianceAdaptation.Times(inverse, move);
        var local = Product(Product(inverse, change), inverse);
        var before1 = _mean.Eta;
        _mean.Learn(localMove);
        _covariance.Learn([.. local.Cast<double>().Select(x => x / Math.Sqrt(2))]);

        for (var i = 0; i < n; i++) mean[i] = before.Mean[i] + (_mean.Eta * move[i]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) old[i, j] += _covariance.Eta * change[i, j];
        }

        var newStep = Math.Exp(SymmetricEigen.Of(old).Values.Sum(Math.Log) / 2 / n);
        covariance = Scaled(old, 1 / (newStep * newStep));
        return newStep * before1 / _mean.Eta;
    }

    private static double[,] Scaled(double[,] matrix, double factor)
    {
        var scaled = (double[,])matrix.Clone();
        for (var i = 0; i < scaled.GetLength(0); i++)
        {
            for (var j = 0; j < scaled.GetLength(1); j++) scaled[i, j] *= factor;
        }

        return scaled;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        var n = left.GetLength(0);
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++) product[i, j] += left[i, k] * right[k, j];
            }
        }

        return product;
    }

    // Moving averages of an update and of its squared length give the signal-to-noise ratio.
    private sealed class Rate(int size, double beta)
    {
        private readonly double[] _average = new double[size];
        private double _square;

        public double Eta { get; private set; } = 1;

        public void Learn(double[] update)
        {
            double length = 0, signal = 0;
            for (var i = 0; i < update.Length; i++)
            {
                length += update[i] * update[i];
                _average[i] = ((1 - beta) * _average[i]) + (beta * update[i]);
                signal += _average[i] * _average[i];
            }

            _square = ((1 - beta) * _square) + (beta * length);
            var ratio = (signal - (beta / (2 - beta) * _square)) / (_square - signal);
            var relative = Math.Clamp((ratio / Alpha / Eta) - 1, -1, 1);
            Eta = Math.Min(1, Eta * Math.Exp(Math.Min(Gamma * Eta, beta) * relative));
        }
    }
}
