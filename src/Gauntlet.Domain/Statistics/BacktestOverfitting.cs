using System.Numerics;

namespace Gauntlet.Domain.Statistics;

/// <summary>Probability of back-test overfitting: how often the best trial in sample is no better than the median out of sample.</summary>
/// <remarks>
/// Combinatorially symmetric cross-validation of Bailey, Borwein, López de Prado and Zhu (2017): an even number of equal blocks of time, every
/// choice of half of them in sample; metric is the Sharpe ratio (divisor n − 1); rank of the best in sample among all out of sample, ties
/// averaged; ω = rank/(N + 1), λ = ln ω/(1 − ω). Pure noise gives about one half, not 0. Rows that do not fill a block are dropped at the end.
/// </remarks>
/// <param name="Probability">Share of splits with λ ≤ 0, in [0, 1].</param>
/// <param name="MedianLogit">Median of λ over all splits.</param>
/// <param name="Splits">Number of splits, S choose S/2.</param>
public readonly record struct BacktestOverfitting(double Probability, double MedianLogit, int Splits)
{
    /// <param name="returns">Return series of each trial, all of the same length and over the same periods; at least two trials.</param>
    /// <param name="blocks">Number of blocks S: even, 2 to 16. Default 10, which makes 252 splits.</param>
    /// <returns>The probability and what it rests on. A trial whose returns do not vary in a half counts there as Sharpe ratio 0.</returns>
    /// <exception cref="ArgumentException">Fewer than two trials, unequal lengths, an odd number of blocks or fewer than two rows a block.</exception>
    public static BacktestOverfitting Of(IReadOnlyList<double[]> returns, int blocks = 10)
    {
        if (returns.Count < 2) throw new ArgumentException("Overfitting needs at least two trials to choose from.", nameof(returns));
        if (blocks is < 2 or > 16 || blocks % 2 != 0) throw new ArgumentException($"The number of blocks is even and from 2 to 16, not {blocks}.", nameof(blocks));
        var rows = returns[0].Length / blocks;
        if (rows < 2) throw new ArgumentException($"{blocks} blocks need at least {2 * blocks} rows, not {returns[0].Length}.", nameof(returns));
        if (returns.Any(r => r.Length != returns[0].Length)) throw new ArgumentException("All trials cover the same periods.", nameof(returns));

        var sums = Sums(returns, blocks, rows);
        var logits = new List<double>();
        var (inside, outside) = (new double[returns.Count], new double[returns.Count]);
        var all = (1u << blocks) - 1;
        for (var choice = 0u; choice <= all; choice++)
        {
            if (BitOperations.PopCount(choice) != blocks / 2) continue;
            Sharpes(sums, choice, rows, inside);
            Sharpes(sums, all & ~choice, rows, outside);
            logits.Add(Logit(inside, outside));
        }

        return new(logits.Count(l => l <= 0) / (double)logits.Count, Quantile.Median(logits.ToArray()), logits.Count);
    }

    // A half's Sharpe ratio needs only sums and sums of squares of its blocks, which are taken once.
    private static (double Sum, double Squares)[][] Sums(IReadOnlyList<double[]> returns, int blocks, int rows) =>
        [.. returns.Select(series => Enumerable.Range(0, blocks).Select(block =>
        {
            double sum = 0, squares = 0;
            foreach (var value in series.AsSpan(block * rows, rows))
            {
                sum += value;
                squares += value * value;
            }

            return (sum, squares);
        }).ToArray())];

    private static void Sharpes((double Sum, double Squares)[][] sums, uint choice, int rows, double[] target)
    {
        var count = BitOperations.PopCount(choice) * rows;
        for (var trial = 0; trial < sums.Length; trial++)
        {
            double sum = 0, squares = 0;
            for (var block = 0; block < sums[trial].Length; block++)
            {
                if ((choice >> block & 1) == 0) continue;
                sum += sums[trial][block].Sum;
                squares += sums[trial][block].Squares;
            }

            var mean = sum / count;
            var variance = (squares - (count * mean * mean)) / (count - 1);
            // Rounding leaves a constant series a variance of about 1e-16 of its squares.
            target[trial] = variance > 1e-14 * squares / count ? mean / Math.Sqrt(variance) : 0;
        }
    }

    private static double Logit(double[] inside, double[] outside)
    {
        var best = Array.IndexOf(inside, inside.Max());
        var below = outside.Count(value => value < outside[best]);
        var equal = outside.Count(value => value == outside[best]);
        var omega = (below + ((equal + 1) / 2.0)) / (outside.Length + 1);
        return Math.Log(omega / (1 - omega));
    }
}
