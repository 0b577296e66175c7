using Gauntlet.Domain.Input;
using MathNet.Numerics.LinearAlgebra;

namespace Gauntlet.Domain.Statistics.Portfolios;

/// <summary>Least ½w′Σw − t·m′w over weights in a box that sum to 1.</summary>
/// <remarks>Primal active-set method (Nocedal and Wright 2006, algorithm 16.3); ends at an exact vertex of the conditions, not near one.</remarks>
internal static class BoxQuadratic
{
    private const double Slack = 1e-12;

    /// <summary>The weights.</summary>
    /// <param name="covariance">Σ, positive definite on the assets that are free.</param>
    /// <param name="returns">m, one an asset.</param>
    /// <param name="tolerance">t, not negative.</param>
    /// <param name="box">The limits, checked.</param>
    public static Vector<double> Solve(Matrix<double> covariance, Vector<double> returns, double tolerance, WeightBox box)
    {
        var n = returns.Count;
        var w = Start(n, box);
        var held = Enumerable.Range(0, n).Select(i => w[i] <= box.Lower[i] ? -1 : w[i] >= box.Upper[i] ? 1 : 0).ToArray();
        for (var step = 0; step < 100 * (n + 1); step++)
        {
            var free = Enumerable.Range(0, n).Where(i => held[i] == 0).ToList();
            var target = Target(covariance, returns * tolerance, w, free);
            var (length, blocking) = LongestStep(w, target, free, box);
            w += (target - w) * length;
            if (blocking >= 0)
            {
                held[blocking] = target[blocking] < w[blocking] ? -1 : 1;
                w[blocking] = held[blocking] < 0 ? box.Lower[blocking] : box.Upper[blocking];
            }
            else if (!Release(covariance, returns * tolerance, w, held, free))
            {
                return w;
            }
        }

        throw new InvalidInputException("covariance", "-", "No best weights were found: the covariance matrix is not positive definite. Shrink it first (Ledoit–Wolf).");
    }

    private static Vector<double> Start(int n, WeightBox box)
    {
        var w = Vector<double>.Build.Dense(n, i => Math.Clamp(1.0 / n, box.Lower[i], box.Upper[i]));
        var missing = 1 - w.Sum();
        for (var i = 0; i < n && missing != 0; i++)
        {
            var moved = Math.Clamp(w[i] + missing, box.Lower[i], box.Upper[i]);
            missing -= moved - w[i];
            w[i] = moved;
        }

        return w;
    }

    // Best weights of the free assets, the others held.
    private static Vector<double> Target(Matrix<double> covariance, Vector<double> pull, Vector<double> w, List<int> free)
    {
        if (free.Count == 0) return w.Clone();
        var m = free.Count;
        var held = w.Clone();
        foreach (var i in free) held[i] = 0;
        var outside = covariance * held;
        var system = Matrix<double>.Build.Dense(m + 1, m + 1, (r, c) => (r < m, c < m) switch
        {
            (true, true) => covariance[free[r], free[c]],
            (false, false) => 0,
            _ => 1,
        });
        var right = Vector<double>.Build.Dense(m + 1, r => r < m ? pull[free[r]] - outside[free[r]] : 1 - held.Sum());
        var solution = system.Solve(right);
        for (var k = 0; k < m; k++) held[free[k]] = solution[k];
        return held;
    }

    private static (double Length, int Blocking) LongestStep(Vector<double> w, Vector<double> target, List<int> free, WeightBox box)
    {
        var (length, blocking) = (1.0, -1);
        foreach (var i in free)
        {
            var move = target[i] - w[i];
            var room = move < 0 ? (box.Lower[i] - w[i]) / move : move > 0 ? (box.Upper[i] - w[i]) / move : double.PositiveInfinity;
            if (room < length - Slack) (length, blocking) = (Math.Max(0, room), i);
        }

        return (length, blocking);
    }

    // Lets go of the asset that would gain most by leaving its limit; false where none would.
    private static bool Release(Matrix<double> covariance, Vector<double> pull, Vector<double> w, int[] held, List<int> free)
    {
        var gradient = (covariance * w) - pull;
        var scale = Slack * (1 + gradient.AbsoluteMaximum());
        var candidates = Enumerable.Range(0, w.Count).Where(i => held[i] != 0).ToList();
        if (free.Count == 0)
        {
            // Nothing sets the price of a unit of weight: a pair can trade, the one at its lower limit gaining what the other gives.
            var raise = candidates.Where(i => held[i] < 0).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : gradient[i]);
            var cut = candidates.Where(i => held[i] > 0).DefaultIfEmpty(-1).MaxBy(i => i < 0 ? 0 : gradient[i]);
            if (raise < 0 || cut < 0 || gradient[raise] >= gradient[cut] - scale) return false;
            (held[raise], held[cut]) = (0, 0);
            return true;
        }

        var price = free.Average(i => gradient[i]);
        var worst = candidates.DefaultIfEmpty(-1).MaxBy(i => i < 0 ? double.NegativeInfinity : (gradient[i] - price) * held[i]);
        if (worst < 0 || (gradient[worst] - price) * held[worst] <= scale) return false;
        held[worst] = 0;
        return true;
    }
}
