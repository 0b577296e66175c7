namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>The kernels of one axis: one for each observation, the prior last.</summary>
internal interface IKernelColumn
{
    /// <summary>Adds the logarithms of what is constant in every kernel, whatever the coordinate.</summary>
    void AddConstants(Span<double> exponents);

    /// <summary>Adds to exponents, or multiplies into factors, the density of every kernel at a coordinate.</summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="exponents">Logarithms, one a kernel.</param>
    /// <param name="factors">Plain numbers, one a kernel.</param>
    /// <returns>Whether factors were changed.</returns>
    bool Apply(double coordinate, Span<double> exponents, Span<double> factors);

    /// <summary>A coordinate drawn from one kernel by inversion.</summary>
    /// <param name="kernel">Which kernel.</param>
    /// <param name="share">Uniform in [0, 1).</param>
    double Draw(int kernel, double share);
}
