namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>What a function probably is between the places where it was seen: mean and standard deviation everywhere.</summary>
/// <remarks>Trials that still run narrow the deviation at their places and leave the mean as it is.</remarks>
internal sealed class GaussianProcess
{
    private readonly IReadOnlyList<double[]> _points;
    private readonly bool[] _words;
    private readonly MaternKernel _kernel;
    private readonly Cholesky _root;
    private readonly double[] _alpha;
    private readonly double[] _covariances, _solved, _distances;

    /// <param name="points">Points in the unit box, those seen first.</param>
    /// <param name="values">Standardised values of those seen.</param>
    /// <param name="words">Which axes are words.</param>
    /// <param name="kernel">How alike points are.</param>
    public GaussianProcess(IReadOnlyList<double[]> points, double[] values, bool[] words, MaternKernel kernel)
    {
        (_points, _words, _kernel) = (points, words, kernel);
        _root = Decompose(points);
        _alpha = (double[])values.Clone();
        var seen = points.Count == values.Length ? _root : Decompose([.. points.Take(values.Length)]);
        seen.Forward(_alpha);
        seen.Backward(_alpha);
        _covariances = new double[points.Count];
        _solved = new double[points.Count];
        _distances = new double[points.Count];
        Best = Enumerable.Range(0, values.Length).Max(i => Predict(points[i]).Mean);
    }

    /// <summary>Largest mean at the places seen: what has to be improved upon.</summary>
    public double Best { get; }

    /// <summary>Mean and standard deviation of the function at a place.</summary>
    public (double Mean, double Deviation) Predict(ReadOnlySpan<double> place)
    {
        for (var i = 0; i < _covariances.Length; i++)
        {
            _distances[i] = _kernel.Distance(place, _points[i], _words);
            _covariances[i] = _kernel.Signal * MaternKernel.Correlation(_distances[i]);
        }

        _covariances.CopyTo(_solved, 0);
        _root.Forward(_solved);
        var variance = _kernel.Signal - Cholesky.Dot(_solved, _solved);
        return (Cholesky.Dot(_covariances.AsSpan(0, _alpha.Length), _alpha), Math.Sqrt(Math.Max(variance, 1e-12)));
    }

    /// <summary>Logarithm of the expected improvement at a place, with its gradient along the axes that are numbers.</summary>
    public double Acquisition(ReadOnlySpan<double> place, Span<double> gradient)
    {
        var (mean, deviation) = Predict(place);
        var (value, byMean, byDeviation) = LogExpectedImprovement.Of(mean, deviation, Best);
        gradient.Clear();
        _root.Backward(_solved);
        for (var i = 0; i < _points.Count; i++)
        {
            // dk/dx = s² · slope · 2 (x − xᵢ)/ℓ²; dμ = αᵢ dk; dσ = −(K⁻¹k)ᵢ dk / σ.
            var weight = ((i < _alpha.Length ? byMean * _alpha[i] : 0) - (byDeviation * _solved[i] / deviation)) * _kernel.Signal * MaternKernel.Slope(_distances[i]) * 2;
            for (var axis = 0; axis < gradient.Length; axis++)
            {
                if (!_words[axis]) gradient[axis] += weight * _kernel.Inverse[axis] * (place[axis] - _points[i][axis]);
            }
        }

        return value;
    }

    /// <summary>Logarithm of the expected improvement at a place.</summary>
    public double Acquisition(ReadOnlySpan<double> place)
    {
        var (mean, deviation) = Predict(place);
        return LogExpectedImprovement.Of(mean, deviation, Best).Value;
    }

    private Cholesky Decompose(IReadOnlyList<double[]> points)
    {
        for (var jitter = 0.0; ; jitter = jitter == 0 ? 1e-8 : 10 * jitter)
        {
            var steadied = _kernel with { Noise = _kernel.Noise + jitter };
            if (Cholesky.Of(steadied.Matrix(points, _words)) is { } root) return root;
        }
    }
}
