using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Statistics.Selection;

/// <summary>Returns of several strategies in excess of a benchmark, with what every test on the best of them needs.</summary>
internal sealed class ExcessReturns
{
    public ExcessReturns(IReadOnlyList<double[]> excess, IResampling resampling)
    {
        if (excess.Count == 0) throw new ArgumentException("There is at least one strategy to test.", nameof(excess));
        var rows = excess[0].Length;
        if (rows < 10) throw new ArgumentException($"A test of strategies needs at least 10 periods, not {rows}.", nameof(excess));
        if (excess.Any(column => column.Length != rows)) throw new ArgumentException("All strategies cover the same periods.", nameof(excess));
        if (excess.Any(column => column.Any(value => !double.IsFinite(value)))) throw new ArgumentException("Every excess return is a finite number.", nameof(excess));

        Rows = rows;
        Means = [.. excess.Select(column => column.Average())];
        Deviations = [.. excess.Select(column => LongRunDeviation(column, resampling.MeanBlock))];
        Resampled = ResampledMeans.Of(excess, Means, resampling);
        Draws = resampling.Draws;
        Root = Math.Sqrt(rows);
    }

    public int Rows { get; }

    public double Root { get; }

    public int Draws { get; }

    /// <summary>Mean excess of each strategy.</summary>
    public double[] Means { get; }

    /// <summary>ω: deviation of √n times the mean excess, under the dependence that the draws assume; 0 where the excess does not vary.</summary>
    public double[] Deviations { get; }

    public ResampledMeans Resampled { get; }

    /// <summary>√n·mean/ω; 0 where the excess does not vary.</summary>
    public double Studentised(int strategy) => Over(Root * Means[strategy], Deviations[strategy]);

    public static double Over(double value, double deviation) => deviation > 0 ? value / deviation : 0;

    // Politis and Romano (1994), lemma 1: the variance that the stationary bootstrap itself would give. Lag i weighs
    // (1 - i/n)·k^i + (i/n)·k^(n - i) with k = 1 - 1/block; the first part is a recursion over the series, the second lives at its two ends.
    private static double LongRunDeviation(double[] column, double block)
    {
        var n = column.Length;
        var x = Autocovariance.Deviations(column);
        var keep = 1 - (1 / block);
        double variance = Autocovariance.At(x, 0), near = 0, past = 0, aged = 0;
        for (var t = 1; t < n; t++)
        {
            aged = keep * (aged + past + x[t - 1]);
            past = keep * (past + x[t - 1]);
            near += x[t] * (past - (aged / n));
        }

        variance += 2 * near / n;
        var weight = keep;
        for (var lag = n - 1; lag > 0 && weight > 1e-18; lag--, weight *= keep) variance += 2 * weight * lag / n * Autocovariance.At(x, lag);
        return Math.Sqrt(Math.Max(0, variance));
    }
}
