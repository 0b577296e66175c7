using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Keeps a chance for the neighbours of the value that a grid axis has settled on, so that a search does not freeze there.</summary>
/// <remarks>Hamano, Saito, Nomura and Shirakawa (2022), CMA-ES with margin: mean and an own scale of the axis are corrected after every generation.</remarks>
internal sealed class Margin
{
    private readonly double[]?[] _values;
    private readonly double[]?[] _limits;
    private readonly double _margin;

    /// <param name="values">For each axis its grid values in rising order, at least two; null where it is continuous.</param>
    /// <param name="margin">Chance that is kept for each side; by default 1/(n λ).</param>
    public Margin(IReadOnlyList<double[]?> values, double margin)
    {
        _margin = margin;
        _values = [.. values];
        _limits = [.. values.Select(grid => grid is null ? null : Enumerable.Range(0, grid.Length - 1).Select(i => (grid[i] + grid[i + 1]) / 2).ToArray())];
        Scales = new double[_values.Length];
        Array.Fill(Scales, 1);
    }

    /// <summary>Own scale of each axis; 1 at first and where continuous.</summary>
    public double[] Scales { get; }

    /// <summary>The grid point at which a drawn point is evaluated.</summary>
    public double[] Encode(double[] point, double[] mean)
    {
        var encoded = (double[])point.Clone();
        for (var i = 0; i < encoded.Length; i++)
        {
            if (_values[i] is not { } grid) continue;
            var scaled = ((point[i] - mean[i]) * Scales[i]) + mean[i];
            encoded[i] = grid[Cell(_limits[i]!, scaled)];
        }

        return encoded;
    }

    /// <summary>Corrects mean and scales after a generation.</summary>
    public void Correct(Adaptation distribution)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_limits[i] is { } limits) Correct(distribution, i, limits);
        }
    }

    private static int Cell(double[] limits, double place)
    {
        var found = Array.BinarySearch(limits, place);
        return found >= 0 ? found : ~found;
    }

    private void Correct(Adaptation distribution, int axis, double[] limits)
    {
        var mean = distribution.Mean[axis];
        var cell = Cell(limits, mean);
        var (low, up) = (limits[Math.Max(cell - 1, 0)], limits[Math.Min(cell, limits.Length - 1)]);
        var deviation = distribution.Step * Math.Sqrt(distribution.Variance(axis));
        var scale = deviation * Scales[axis];
        var below = Normal.Cdf((low - mean) / scale);
        var above = Normal.Cdf((mean - up) / scale);

        // On the outermost cells, or between two values, there is one neighbour: the mean is brought near enough to it.
        if (Math.Max(below, above) > 0.5)
        {
            if (Math.Min(below, above) < _margin) distribution.Mean[axis] = up + (Math.Sign(mean - up) * scale * RootOfChiSquare(1 - (2 * _margin)));
            return;
        }

        var between = 1 - (below + above);
        var (raisedBelow, raisedAbove) = (Math.Max(below, _margin / 2), Math.Max(above, _margin / 2));
        var surplus = raisedBelow + between + raisedAbove - (3 * _margin / 2);
        var excess = 1 - raisedBelow - raisedAbove - between;
        var newBelow = Math.Clamp(raisedBelow + (excess * (raisedBelow - (_margin / 2)) / surplus), 1e-10, 0.5 - 1e-10);
        var newAbove = Math.Clamp(raisedAbove + (excess * (raisedAbove - (_margin / 2)) / surplus), 1e-10, 0.5 - 1e-10);
        var (rootBelow, rootAbove) = (RootOfChiSquare(1 - (2 * newBelow)), RootOfChiSquare(1 - (2 * newAbove)));
        Scales[axis] = (up - low) / ((rootBelow + rootAbove) * deviation);
        distribution.Mean[axis] = ((low * rootAbove) + (up * rootBelow)) / (rootBelow + rootAbove);
    }

    // Square root of the chi-square quantile with one degree of freedom.
    private static double RootOfChiSquare(double probability) => Normal.Quantile((1 + probability) / 2);
}
