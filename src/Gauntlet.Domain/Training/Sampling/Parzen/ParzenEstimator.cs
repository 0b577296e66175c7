using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>A mixture density over some axes: one product kernel around each observation, and a wide one, the prior, last.</summary>
/// <remarks>
/// Sums are taken in plain numbers, not in logs: the prior keeps every density far above the smallest double, and what underflows beside it
/// would not be seen in the sum anyway. Not thread-safe.
/// </remarks>
internal sealed class ParzenEstimator
{
    private readonly IKernelColumn[] _columns;
    private readonly double[] _weights, _constants, _exponents, _factors;

    private ParzenEstimator(IKernelColumn[] columns, double[] weights)
    {
        _columns = columns;
        _weights = weights;
        _constants = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++) _constants[i] = Math.Log(weights[i]);
        foreach (var column in columns) column.AddConstants(_constants);
        _exponents = new double[weights.Length];
        _factors = new double[weights.Length];
    }

    /// <summary>The density of observations.</summary>
    /// <param name="observed">Coordinates of trials, the oldest first.</param>
    /// <param name="options">How kernels are made.</param>
    /// <param name="weights">Weights of the observations before normalisation; null: by recency.</param>
    public static ParzenEstimator Of(Observations observed, ParzenOptions? options = null, ReadOnlyMemory<double>? weights = null)
    {
        options ??= ParzenOptions.Default;
        var columns = new IKernelColumn[observed.Axes.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var axis = observed.Axes[i];
            if (axis.Choices is { } choices)
            {
                columns[i] = new ChoiceColumn(observed.Columns[i], choices.Count, options.PriorWeight);
                continue;
            }

            var kernels = KernelSet.Of(axis, observed.Columns[i], observed.Orders[i], options);
            columns[i] = axis.IsStepped ? new MassColumn(axis, kernels, observed.Orders[i]) : new DensityColumn(axis, kernels);
        }

        var given = weights is { } own ? own.Span : KernelWeights.Recency(observed.Count);
        return new(columns, KernelWeights.WithPrior(given, options.PriorWeight));
    }

    /// <summary>Logarithm of the density: of the number or its log where an axis is continuous, of the cell's mass where it is a grid or a choice.</summary>
    public double LogDensity(ReadOnlySpan<double> point)
    {
        _constants.CopyTo(_exponents, 0);
        Array.Fill(_factors, 1);
        var factored = false;
        for (var i = 0; i < _columns.Length; i++) factored |= _columns[i].Apply(point[i], _exponents, _factors);
        return Math.Log(Exponential.Sum(_exponents, factored ? _factors : []));
    }

    /// <summary>A point drawn from the density.</summary>
    public double[] Draw(SeededRandom random)
    {
        var kernel = Pick(random.NextDouble());
        var point = new double[_columns.Length];
        for (var i = 0; i < point.Length; i++) point[i] = _columns[i].Draw(kernel, random.NextDouble());
        return point;
    }

    private int Pick(double share)
    {
        for (var i = 0; i < _weights.Length - 1; i++)
        {
            share -= _weights[i];
            if (share < 0) return i;
        }

        return _weights.Length - 1;
    }
}
