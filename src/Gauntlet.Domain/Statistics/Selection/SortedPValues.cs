namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>P-values in ascending order, and the way back: what the step-wise corrections share.</summary>
internal static class SortedPValues
{
    /// <summary>Multiplies the j-th smallest of n p-values and makes the result rise with p.</summary>
    /// <param name="values">P-values in [0, 1].</param>
    /// <param name="factor">Factor of a rank j = 1 … n among n.</param>
    /// <param name="fromAbove">Whether a p-value is at most that of its larger neighbour (step-up) or at least that of its smaller one (step-down).</param>
    public static double[] Adjusted(ReadOnlySpan<double> values, Func<int, int, double> factor, bool fromAbove)
    {
        var n = values.Length;
        var keys = values.ToArray();
        foreach (var value in keys)
        {
            if (value is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(values), value, "A p-value lies in [0, 1].");
        }

        var order = Enumerable.Range(0, n).ToArray();
        Array.Sort(keys, order);
        var adjusted = new double[n];
        var bound = fromAbove ? 1.0 : 0.0;
        for (var step = 0; step < n; step++)
        {
            var rank = fromAbove ? n - step : step + 1;
            var value = Math.Min(1, keys[rank - 1] * factor(rank, n));
            bound = fromAbove ? Math.Min(bound, value) : Math.Max(bound, value);
            adjusted[order[rank - 1]] = bound;
        }

        return adjusted;
    }
}
