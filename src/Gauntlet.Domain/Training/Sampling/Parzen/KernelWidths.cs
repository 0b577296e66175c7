namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Widths of the kernels on a numeric axis: the larger gap to a neighbour, never so narrow that a kernel is a spike.</summary>
internal static class KernelWidths
{
    /// <param name="centres">Observations on the axis' scale, in the order of trials.</param>
    /// <param name="low">Lower end of the axis.</param>
    /// <param name="high">Upper end of the axis.</param>
    /// <returns>A width for each observation. The outermost ones have one neighbour; a single one takes its distance to the farther end.</returns>
    public static double[] Of(ReadOnlySpan<double> centres, double low, double high)
    {
        var count = centres.Length;
        var widths = new double[count];
        if (count == 0) return widths;

        // The sort is made stable by the order of trials, so that equal observations share their gaps in that order.
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        var keys = centres.ToArray();
        Array.Sort(order, (left, right) => keys[left] != keys[right] ? keys[left].CompareTo(keys[right]) : left.CompareTo(right));

        var narrowest = (high - low) / Math.Min(100, 2 + count);
        for (var rank = 0; rank < count; rank++)
        {
            var here = keys[order[rank]];
            var below = rank > 0 ? here - keys[order[rank - 1]] : count == 1 ? here - low : 0;
            var above = rank < count - 1 ? keys[order[rank + 1]] - here : count == 1 ? high - here : 0;
            widths[order[rank]] = Math.Clamp(Math.Max(below, above), narrowest, high - low);
        }

        return widths;
    }
}
