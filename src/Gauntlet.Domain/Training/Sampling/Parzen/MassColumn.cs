using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Normal kernels truncated to an axis with a grid: every value takes the mass of its cell.</summary>
/// <remarks>Trials on a grid repeat themselves, so kernels that are equal are computed once a coordinate, and coordinates once an estimator.</remarks>
internal sealed class MassColumn : IKernelColumn
{
    // Beyond this many widths a kernel adds less than one part in 10^17 beside the prior.
    private const double Reach = 9;

    private readonly SearchDimension _axis;
    private readonly int[] _places;
    private readonly Kernel[] _kernels;
    private readonly double[] _scales;
    private readonly Dictionary<double, double[]> _masses = [];

    public MassColumn(SearchDimension axis, Kernel[] kernels)
    {
        _axis = axis;
        var known = new Dictionary<Kernel, int>();
        _places = new int[kernels.Length];
        for (var i = 0; i < kernels.Length; i++)
        {
            if (!known.TryGetValue(kernels[i], out _places[i])) known[kernels[i]] = _places[i] = known.Count;
        }

        _kernels = [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        _scales = [.. _kernels.Select(kernel => Math.Exp(-kernel.LogInside(axis)))];
    }

    public void AddConstants(Span<double> exponents)
    {
        // The scale of a kernel goes with its mass.
    }

    public bool Apply(double coordinate, Span<double> exponents, Span<double> factors)
    {
        if (!_masses.TryGetValue(coordinate, out var masses)) _masses[coordinate] = masses = Masses(coordinate);
        for (var i = 0; i < factors.Length; i++) factors[i] *= masses[_places[i]];
        return true;
    }

    public double Draw(int kernel, double share) => KernelSet.Draw(_axis, _kernels[_places[kernel]], share);

    private double[] Masses(double coordinate)
    {
        var (low, high) = _axis.Cell(coordinate);
        var masses = new double[_kernels.Length];
        for (var i = 0; i < masses.Length; i++)
        {
            var from = (low - _kernels[i].Centre) / _kernels[i].Width;
            var to = (high - _kernels[i].Centre) / _kernels[i].Width;
            masses[i] = from > Reach || to < -Reach ? 0 : _scales[i] * Normal.Mass(from, to);
        }

        return masses;
    }
}
