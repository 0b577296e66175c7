using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Normal kernels truncated to a continuous axis.</summary>
internal sealed class DensityColumn : IKernelColumn
{
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;

    private readonly SearchDimension _axis;
    private readonly Kernel[] _kernels;
    private readonly double[] _centres, _inverses;

    public DensityColumn(SearchDimension axis, Kernel[] kernels)
    {
        _axis = axis;
        _kernels = kernels;
        _centres = [.. kernels.Select(kernel => kernel.Centre)];
        _inverses = [.. kernels.Select(kernel => 1 / kernel.Width)];
    }

    public void AddConstants(Span<double> exponents)
    {
        for (var i = 0; i < exponents.Length; i++) exponents[i] -= LogOfRootOfTwoPi + Math.Log(_kernels[i].Width) + _kernels[i].LogInside(_axis);
    }

    public bool Apply(double coordinate, Span<double> exponents, Span<double> factors)
    {
        var x = _axis.Scale(coordinate);
        var place = Vector256.Create(x);
        var half = Vector256.Create(-0.5);
        var centres = MemoryMarshal.Cast<double, Vector256<double>>(_centres.AsSpan());
        var inverses = MemoryMarshal.Cast<double, Vector256<double>>(_inverses.AsSpan());
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(exponents);
        for (var i = 0; i < sums.Length; i++)
        {
            var distance = (place - centres[i]) * inverses[i];
            sums[i] += half * distance * distance;
        }

        for (var i = 4 * sums.Length; i < exponents.Length; i++)
        {
            var distance = (x - _centres[i]) * _inverses[i];
            exponents[i] += -0.5 * distance * distance;
        }

        return false;
    }

    public double Draw(int kernel, double share) => KernelSet.Draw(_axis, _kernels[kernel], share);
}
