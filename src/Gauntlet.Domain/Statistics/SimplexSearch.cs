namespace Gauntlet.Domain.Statistics;

/// <summary>Minimum of a function of a few variables without derivatives.</summary>
/// <remarks>Nelder and Mead (1965), started again around its result until that no longer helps, which cures a simplex that has collapsed.</remarks>
internal static class SimplexSearch
{
    private const int MostRestarts = 30;

    /// <param name="function">What to minimise; NaN counts as infinitely bad.</param>
    /// <param name="start">Where to start, in units in which a step of about a half is sensible.</param>
    /// <param name="tolerance">Smallest gain worth another start.</param>
    public static double[] Minimise(Func<double[], double> function, double[] start, double tolerance = 1e-9)
    {
        double Value(double[] point) => function(point) is var value && double.IsNaN(value) ? double.PositiveInfinity : value;
        var best = start;
        var value = Value(start);
        var step = 0.5;
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            var (found, lower) = Descend(Value, best, step, tolerance / 10);
            var gain = value - lower;
            if (gain > 0) (best, value) = (found, lower);
            if (gain < tolerance && step < 0.05) break;
            step = Math.Max(0.02, step / 2);
        }

        return best;
    }

    private static (double[] Point, double Value) Descend(Func<double[], double> function, double[] start, double step, double tolerance)
    {
        var n = start.Length;
        var points = Enumerable.Range(0, n + 1).Select(i => start.Select((x, j) => i == j + 1 ? x + step : x).ToArray()).ToArray();
        var values = points.Select(function).ToArray();
        for (var iteration = 0; iteration < 400 * n; iteration++)
        {
            Array.Sort(values, points);
            if (values[n] - values[0] <= tolerance && Spread(points) < 1e-7) break;
            var centre = Enumerable.Range(0, n).Select(j => points.Take(n).Average(point => point[j])).ToArray();
            double[] Along(double factor) => [.. centre.Select((c, j) => c + (factor * (points[n][j] - c)))];

            var reflected = Along(-1);
            var value = function(reflected);
            if (value < values[0])
            {
                var expanded = Along(-2);
                var further = function(expanded);
                (points[n], values[n]) = further < value ? (expanded, further) : (reflected, value);
            }
            else if (value < values[n - 1])
            {
                (points[n], values[n]) = (reflected, value);
            }
            else
            {
                var contracted = Along(value < values[n] ? -0.5 : 0.5);
                var nearer = function(contracted);
                if (nearer < Math.Min(value, values[n])) (points[n], values[n]) = (contracted, nearer);
                else Shrink(function, points, values);
            }
        }

        Array.Sort(values, points);
        return (points[0], values[0]);
    }

    private static double Spread(double[][] points) => points.Max(point => point.Zip(points[0], (a, b) => Math.Abs(a - b)).Max());

    private static void Shrink(Func<double[], double> function, double[][] points, double[] values)
    {
        for (var i = 1; i < points.Length; i++)
        {
            points[i] = [.. points[i].Zip(points[0], (x, best) => best + (0.5 * (x - best)))];
            values[i] = function(points[i]);
        }
    }
}
