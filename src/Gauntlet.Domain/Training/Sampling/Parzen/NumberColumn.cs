using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Normal kernels truncated to the axis; on a grid every value takes the mass of its cell.</summary>
/// <remarks>Trials on a grid repeat themselves, so kernels that are equal are computed once a coordinate.</remarks>
internal sealed class NumberColumn : IKernelColumn
{
    // Beyond this many widths a kernel adds less than one part in 10^17 beside the prior.
    private const double Reach = 9;

    private readonly SearchDimension _dimension;
    private readonly int[] _kernels;
    private readonly double[] _centres, _widths, _scales, _values;

    public NumberColumn(SearchDimension dimension, double[] observed)
    {
        _dimension = dimension;
        var all = new double[observed.Length];
        for (var i = 0; i < all.Length; i++) all[i] = dimension.Scale(observed[i]);
        var distinct = new DistinctKernels();
        var widths = KernelWidths.Of(all, dimension.Low, dimension.High);
        _kernels = new int[observed.Length + 1];
        for (var i = 0; i < all.Length; i++) _kernels[i] = distinct.IndexOf(new(all[i], widths[i]));
        _kernels[^1] = distinct.IndexOf(new((dimension.Low + dimension.High) / 2, dimension.High - dimension.Low));

        var kernels = distinct.Kernels;
        _values = new double[kernels.Count];
        _centres = [.. kernels.Select(k => k.Centre)];
        _widths = [.. kernels.Select(k => k.Width)];
        _scales = [.. kernels.Select(k => 1 / Normal.Mass((dimension.Low - k.Centre) / k.Width, (dimension.High - k.Centre) / k.Width))];
    }

    /// <summary>Centre and width of a kernel.</summary>
    internal Kernel this[int kernel] => new(_centres[_kernels[kernel]], _widths[_kernels[kernel]]);

    public void Multiply(double coordinate, Span<double> products)
    {
        if (_dimension.IsStepped) Masses(coordinate);
        else Densities(_dimension.Scale(coordinate));
        for (var i = 0; i < products.Length; i++) products[i] *= _values[_kernels[i]];
    }

    public double Draw(int kernel, double share)
    {
        var (centre, width) = this[kernel];
        var low = Normal.Cdf((_dimension.Low - centre) / width);
        var high = Normal.Cdf((_dimension.High - centre) / width);
        return _dimension.Snap(Math.Clamp(centre + (width * Normal.Quantile(low + (share * (high - low)))), _dimension.Low, _dimension.High));
    }

    private void Masses(double coordinate)
    {
        var (low, high) = _dimension.Cell(coordinate);
        for (var i = 0; i < _values.Length; i++)
        {
            var from = (low - _centres[i]) / _widths[i];
            var to = (high - _centres[i]) / _widths[i];
            _values[i] = from > Reach || to < -Reach ? 0 : _scales[i] * Normal.Mass(from, to);
        }
    }

    private void Densities(double scaled)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var distance = (scaled - _centres[i]) / _widths[i];
            _values[i] = Math.Abs(distance) > Reach ? 0 : _scales[i] / _widths[i] * Math.Exp(Normal.LogDensity(distance));
        }
    }
}
