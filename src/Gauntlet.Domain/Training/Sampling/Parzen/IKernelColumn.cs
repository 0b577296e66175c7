namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>The kernels of one axis: one for each observation, the prior last.</summary>
internal interface IKernelColumn
{
    /// <summary>Multiplies the density of every kernel at a coordinate into the given products.</summary>
    void Multiply(double coordinate, Span<double> products);

    /// <summary>A coordinate drawn from one kernel by inversion.</summary>
    /// <param name="kernel">Which kernel.</param>
    /// <param name="share">Uniform in [0, 1).</param>
    double Draw(int kernel, double share);
}
