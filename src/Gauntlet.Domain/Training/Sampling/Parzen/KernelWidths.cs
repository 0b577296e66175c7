namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Widths of the kernels on a numeric axis: the larger gap to a neighbour, never so narrow that a kernel is a spike.</summary>
internal static class KernelWidths
{
    // Keeps a kernel from having no width at all where clipping is off.
    private const double Least = 1e-12;

    /// <param name="centres">Observations on the axis' scale, in the order of trials.</param>
    /// <param name="order">Places of the observations in rising order, equal ones in the order of trials.</param>
    /// <param name="low">Lower end of the axis.</param>
    /// <param name="high">Upper end of the axis.</param>
    /// <param name="options">How kernels are made.</param>
    /// <returns>A width for each observation. The outermost ones have one neighbour; a single one takes its distance to the farther end.</returns>
    public static double[] Of(ReadOnlySpan<double> centres, ReadOnlySpan<int> order, double low, double high, ParzenOptions options)
    {
        var count = centres.Length;
        var widths = new double[count];
        var ends = options.Endpoints || count == 1;
        var narrowest = options.Clip ? (high - low) / Math.Min(100, 2 + count) : Least;
        for (var rank = 0; rank < count; rank++)
        {
            var here = centres[order[rank]];
            var below = rank > 0 ? here - centres[order[rank - 1]] : ends ? here - low : 0;
            var above = rank < count - 1 ? centres[order[rank + 1]] - here : ends ? high - here : 0;
            widths[order[rank]] = Math.Clamp(Math.Max(below, above), narrowest, high - low);
        }

        return widths;
    }
}
