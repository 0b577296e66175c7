using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>What an estimator is built from: the coordinates of some trials on some axes, in the order of trial numbers, with the rising order of every axis.</summary>
/// <param name="Axes">The axes.</param>
/// <param name="Columns">For each axis the coordinates of the trials.</param>
/// <param name="Orders">For each axis the places of its coordinates in rising order, equal ones in the order of trials.</param>
internal readonly record struct Observations(IReadOnlyList<SearchDimension> Axes, double[][] Columns, int[][] Orders)
{
    public int Count => Columns.Length == 0 ? 0 : Columns[0].Length;

    /// <summary>Sorts what is given: for few trials.</summary>
    public static Observations Of(IReadOnlyList<SearchDimension> axes, IReadOnlyList<double[]> points)
    {
        var columns = new double[axes.Count][];
        var orders = new int[axes.Count][];
        for (var axis = 0; axis < axes.Count; axis++)
        {
            var column = new double[points.Count];
            for (var i = 0; i < column.Length; i++) column[i] = points[i][axis];
            columns[axis] = column;
            orders[axis] = [.. Enumerable.Range(0, column.Length).OrderBy(i => column[i])];
        }

        return new(axes, columns, orders);
    }

    /// <summary>Trials of a list that have all of the given axes: for few trials.</summary>
    public static Observations Of(SearchSpace space, IReadOnlyList<int> axes, IReadOnlyList<TrialPoint> trials) => Of(
        [.. axes.Select(axis => space.Dimensions[axis])],
        [.. trials.Where(trial => axes.All(axis => !double.IsNaN(trial.Coordinates[axis]))).Select(trial => axes.Select(axis => trial.Coordinates[axis]).ToArray())]);

    /// <summary>The youngest trials of a history but the good and the failed ones, by the order that the history keeps: for many trials.</summary>
    /// <param name="history">The history.</param>
    /// <param name="axes">Numbers of the axes, all of which a trial must have.</param>
    /// <param name="good">Trials that are left out.</param>
    public static Observations Others(TrialHistory history, IReadOnlyList<int> axes, IReadOnlyList<TrialPoint> good)
    {
        var points = history.Points[history.WindowStart..];
        var left = good.Select(point => point.Number).ToHashSet();
        var offset = points.Length == 0 ? 0 : points[0].Number;
        var places = new int[points.Length == 0 ? 0 : points[^1].Number - offset + 1];
        Array.Fill(places, -1);
        var kept = new List<TrialPoint>(points.Length);
        foreach (var point in points)
        {
            if (point.Kind == TrialKind.Failed || left.Contains(point.Number) || !Has(point, axes)) continue;
            places[point.Number - offset] = kept.Count;
            kept.Add(point);
        }

        var columns = new double[axes.Count][];
        var orders = new int[axes.Count][];
        for (var i = 0; i < axes.Count; i++)
        {
            columns[i] = new double[kept.Count];
            for (var k = 0; k < kept.Count; k++) columns[i][k] = kept[k].Coordinates[axes[i]];
            orders[i] = Order(history.Columns[axes[i]].Numbers, places, offset, kept.Count);
        }

        return new([.. axes.Select(axis => history.Space.Dimensions[axis])], columns, orders);
    }

    private static int[] Order(ReadOnlySpan<int> numbers, int[] places, int offset, int count)
    {
        var order = new int[count];
        var next = 0;
        foreach (var number in numbers)
        {
            if (places[number - offset] is >= 0 and var place) order[next++] = place;
        }

        return order;
    }

    private static bool Has(TrialPoint point, IReadOnlyList<int> axes)
    {
        for (var i = 0; i < axes.Count; i++)
        {
            if (double.IsNaN(point.Coordinates[axes[i]])) return false;
        }

        return true;
    }
}
