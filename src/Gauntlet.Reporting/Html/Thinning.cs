namespace Gauntlet.Reporting.Html;

/// <summary>Thins a series for drawing without losing a spike: first, lowest, highest and last point of every column.</summary>
/// <remarks>M4 aggregation: Jugel, Jerzak, Hackenbroich, Markl (2014), "M4: A Visualization-Oriented Time Series Data Aggregation".</remarks>
internal static class Thinning
{
    /// <summary>Indexes to draw, ascending.</summary>
    /// <param name="values">The series.</param>
    /// <param name="columns">Columns of the picture.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<double> values, int columns = 600)
    {
        if (values.Count <= columns * 4) return [.. Enumerable.Range(0, values.Count)];
        var kept = new SortedSet<int>();
        for (var column = 0; column < columns; column++)
        {
            var from = (int)((long)values.Count * column / columns);
            var to = (int)((long)values.Count * (column + 1) / columns);
            int low = from, high = from;
            for (var i = from; i < to; i++)
            {
                if (values[i] < values[low]) low = i;
                if (values[i] > values[high]) high = i;
            }

            kept.UnionWith([from, low, high, to - 1]);
        }

        return [.. kept];
    }
}
