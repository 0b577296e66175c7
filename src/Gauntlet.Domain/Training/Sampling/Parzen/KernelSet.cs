using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Centre and width of a kernel on the scale of its axis.</summary>
internal readonly record struct Kernel(double Centre, double Width)
{
    // Closer than this many widths to an end, cutting a kernel there changes its last digits.
    private const double Far = 8.5;

    /// <summary>Logarithm of the share of the kernel that lies within an axis.</summary>
    public double LogInside(SearchDimension axis)
    {
        var (low, high) = ((axis.Low - Centre) / Width, (axis.High - Centre) / Width);
        return low < -Far && high > Far ? 0 : TruncatedNormal.LogMass(low, high);
    }
}

/// <summary>The kernels of a numeric axis in the order of trials, the prior last: wide over the whole axis.</summary>
internal static class KernelSet
{
    public static Kernel[] Of(SearchDimension axis, double[] observed, int[] order, ParzenOptions options)
    {
        var centres = new double[observed.Length];
        for (var i = 0; i < centres.Length; i++) centres[i] = axis.Scale(observed[i]);
        var widths = KernelWidths.Of(centres, order, axis.Low, axis.High, options);
        var kernels = new Kernel[centres.Length + 1];
        for (var i = 0; i < centres.Length; i++) kernels[i] = new(centres[i], widths[i]);
        kernels[^1] = new((axis.Low + axis.High) / 2, axis.High - axis.Low);
        return kernels;
    }

    public static double Draw(SearchDimension axis, Kernel kernel, double share)
    {
        var place = TruncatedNormal.Quantile(share, (axis.Low - kernel.Centre) / kernel.Width, (axis.High - kernel.Centre) / kernel.Width);
        return axis.Snap(Math.Clamp(kernel.Centre + (kernel.Width * place), axis.Low, axis.High));
    }
}
