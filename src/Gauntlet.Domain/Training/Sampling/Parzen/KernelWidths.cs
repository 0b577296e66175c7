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

        var (sorted, order) = StableSort(centres);
        var narrowest = (high - low) / Math.Min(100, 2 + count);
        for (var rank = 0; rank < count; rank++)
        {
            var here = sorted[rank];
            var below = rank > 0 ? here - sorted[rank - 1] : count == 1 ? here - low : 0;
            var above = rank < count - 1 ? sorted[rank + 1] - here : count == 1 ? high - here : 0;
            widths[order[rank]] = Math.Clamp(Math.Max(below, above), narrowest, high - low);
        }

        return widths;
    }

    // Equal observations share their gaps in the order of trials. Sorting plain numbers and then each run of equals is several times
    // faster than a sort that compares both.
    private static (double[] Sorted, int[] Order) StableSort(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);

        var start = 0;
        for (var i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && sorted[i] == sorted[start]) continue;
            if (i - start > 1) order.AsSpan(start, i - start).Sort();
            start = i;
        }

        return (sorted, order);
    }
}
