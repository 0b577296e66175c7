namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>A smooth function of several numbers.</summary>
/// <param name="x">Where.</param>
/// <param name="gradient">Receives the gradient.</param>
/// <returns>The value.</returns>
internal delegate double SmoothFunction(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>Climbs a smooth function inside a box by limited-memory BFGS with projection.</summary>
/// <remarks>Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1; coordinates that push against the box stand still for a step.</remarks>
internal static class BoundedAscent
{
    private const int Memory = 8;
    private const double Tolerance = 1e-7;

    /// <summary>Climbs from a start.</summary>
    /// <returns>The best place found, and its value.</returns>
    public static (double[] Place, double Value) Climb(SmoothFunction function, double[] start, double[] low, double[] high, int iterations)
    {
        var n = start.Length;
        var x = (double[])start.Clone();
        var gradient = new double[n];
        var value = function(x, gradient);
        var pairs = new LinkedList<(double[] S, double[] Y, double Rho)>();
        var next = new double[n];
        var nextGradient = new double[n];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var direction = Direction(x, gradient, low, high, pairs);
            var slope = Dot(direction, gradient);
            if (!(slope > Tolerance)) break;

            // At the first step nothing is known of the curvature: a tenth of the box is far enough.
            var step = pairs.Count > 0 ? 1 : Math.Min(1, 0.1 / direction.Max(Math.Abs));
            var nextValue = double.NegativeInfinity;
            for (var halving = 0; halving < 20; halving++, step /= 2)
            {
                for (var i = 0; i < n; i++) next[i] = Math.Clamp(x[i] + (step * direction[i]), low[i], high[i]);
                nextValue = function(next, nextGradient);
                if (nextValue >= value + (1e-4 * step * slope)) break;
            }

            if (!(nextValue > value)) break;
            Remember(pairs, x, next, gradient, nextGradient);
            var gain = nextValue - value;
            next.CopyTo(x, 0);
            nextGradient.CopyTo(gradient, 0);
            value = nextValue;
            if (gain < Tolerance * Math.Max(1, Math.Abs(value))) break;
        }

        return (x, value);
    }

    private static double[] Direction(double[] x, double[] gradient, double[] low, double[] high, LinkedList<(double[] S, double[] Y, double Rho)> pairs)
    {
        var q = (double[])gradient.Clone();
        for (var i = 0; i < q.Length; i++) q[i] = Blocked(x[i], q[i], low[i], high[i]) ? 0 : q[i];
        var free = Array.ConvertAll(q, g => g != 0);
        var alphas = new Stack<double>();
        for (var node = pairs.Last; node is not null; node = node.Previous)
        {
            var alpha = node.Value.Rho * Dot(node.Value.S, q);
            alphas.Push(alpha);
            for (var i = 0; i < q.Length; i++) q[i] -= alpha * node.Value.Y[i];
        }

        if (pairs.Last is { Value: var last })
        {
            var scale = 1 / (last.Rho * Dot(last.Y, last.Y));
            for (var i = 0; i < q.Length; i++) q[i] *= scale;
        }

        for (var node = pairs.First; node is not null; node = node.Next)
        {
            var beta = node.Value.Rho * Dot(node.Value.Y, q);
            var alpha = alphas.Pop();
            for (var i = 0; i < q.Length; i++) q[i] += node.Value.S[i] * (alpha - beta);
        }

        for (var i = 0; i < q.Length; i++) q[i] = free[i] ? q[i] : 0;
        if (Dot(q, gradient) > 0) return q;
        pairs.Clear();
        return [.. gradient.Select((g, i) => free[i] ? g : 0)];
    }

    // Of less the function, so that curvature is positive near a top.
    private static void Remember(LinkedList<(double[] S, double[] Y, double Rho)> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient)
    {
        double[] s = [.. next.Zip(x, (b, a) => b - a)];
        double[] y = [.. gradient.Zip(nextGradient, (a, b) => a - b)];
        var curvature = Dot(s, y);
        if (curvature <= 1e-12 * Dot(s, s)) return;
        pairs.AddLast((s, y, 1 / curvature));
        if (pairs.Count > Memory) pairs.RemoveFirst();
    }

    private static bool Blocked(double x, double gradient, double low, double high) => (x <= low && gradient < 0) || (x >= high && gradient > 0);

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
