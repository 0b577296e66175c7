using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>A mixture density over a search space: one product kernel around each observation, and a wide one, the prior, last.</summary>
/// <remarks>
/// Sums are taken in plain numbers, not in logs: the prior keeps every density far above the smallest double, and what underflows beside it
/// would not be seen in the sum anyway.
/// </remarks>
internal sealed class ParzenEstimator
{
    private readonly IKernelColumn[] _columns;
    private readonly double[] _weights;
    private readonly double[] _densities;

    private ParzenEstimator(IKernelColumn[] columns, double[] weights)
    {
        _columns = columns;
        _weights = weights;
        _densities = new double[weights.Length];
    }

    public static ParzenEstimator Of(IReadOnlyList<SearchDimension> dimensions, IReadOnlyList<double[]> observations, double priorWeight = 1)
    {
        var columns = new IKernelColumn[dimensions.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var values = new double[observations.Count];
            for (var j = 0; j < values.Length; j++) values[j] = observations[j][i];
            columns[i] = dimensions[i].Choices is { } choices ? new ChoiceColumn(values, choices.Count, priorWeight) : new NumberColumn(dimensions[i], values);
        }

        return new(columns, KernelWeights.WithPrior(KernelWeights.Recency(observations.Count), priorWeight));
    }

    /// <summary>Logarithm of the density: of the number or its log where an axis is continuous, of the cell's mass where it is a grid or a choice.</summary>
    public double LogDensity(ReadOnlySpan<double> point)
    {
        _weights.CopyTo(_densities, 0);
        for (var i = 0; i < _columns.Length; i++) _columns[i].Multiply(point[i], _densities);
        double sum = 0;
        foreach (var density in _densities) sum += density;
        return Math.Log(sum);
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
