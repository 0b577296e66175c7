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

    /// <param name="axis">The axis.</param>
    /// <param name="kernels">A kernel for each observation, the prior last.</param>
    /// <param name="order">Places of the observations in rising order.</param>
    public MassColumn(SearchDimension axis, Kernel[] kernels, int[] order)
    {
        _axis = axis;
        var different = new List<Kernel>();
        _places = new int[kernels.Length];
        var first = 0;
        foreach (var i in order)
        {
            // In rising order equal centres follow each other, and those of one centre have two or three widths.
            if (different.Count > 0 && different[^1].Centre != kernels[i].Centre) first = different.Count;
            var place = different.IndexOf(kernels[i], first);
            if (place < 0)
            {
                place = different.Count;
                different.Add(kernels[i]);
            }

            _places[i] = place;
        }

        _places[^1] = different.Count;
        _kernels = [.. different, kernels[^1]];
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
