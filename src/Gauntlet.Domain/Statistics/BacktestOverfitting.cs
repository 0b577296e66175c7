namespace Gauntlet.Domain.Statistics;

/// <summary>Probability of back-test overfitting: how often the best trial in sample is no better than the median out of sample.</summary>
/// <remarks>
/// Combinatorially symmetric cross-validation of Bailey, Borwein, López de Prado and Zhu (2017): an even number of equal blocks of time, every
/// choice of half of them in sample; metric is the Sharpe ratio (divisor n − 1); rank of the best in sample among all out of sample, ties
/// averaged; ω = rank/(N + 1), λ = ln ω/(1 − ω). Pure noise gives about one half, not 0. Rows that do not fill a block are dropped.
/// </remarks>
/// <param name="Probability">Share of splits with λ ≤ 0, in [0, 1].</param>
/// <param name="MedianLogit">Median of λ over all splits.</param>
/// <param name="Splits">Number of splits, S choose S/2.</param>
public readonly record struct BacktestOverfitting(double Probability, double MedianLogit, int Splits)
{
    /// <summary>Share of splits in which the best trial loses out of sample.</summary>
    public double LossProbability { get; init; }

    /// <summary>Least-squares line of its Sharpe ratio out of sample on that in sample; a negative slope is the mark of overfitting.</summary>
    public (double Intercept, double Slope, double RSquared) Degradation { get; init; }

    /// <param name="returns">Return series of each trial, all of the same length and over the same periods; at least two trials.</param>
    /// <param name="blocks">Number of blocks S: even, 2 to 16. Default 10, which makes 252 splits.</param>
    /// <param name="dropFirst">Drops rows that do not fill a block at the start instead of at the end. Default false.</param>
    /// <returns>The probability and what it rests on. A trial whose returns do not vary in a half counts there as Sharpe ratio 0.</returns>
    /// <exception cref="ArgumentException">Fewer than two trials, unequal lengths, an odd number of blocks or fewer than two rows a block.</exception>
    public static BacktestOverfitting Of(IReadOnlyList<double[]> returns, int blocks = 10, bool dropFirst = false)
    {
        var splits = SplitsOf(returns, blocks, dropFirst);
        return new(splits.Count(split => split.Logit <= 0) / (double)splits.Count, Quantile.Median([.. splits.Select(split => split.Logit)]), splits.Count)
        {
            LossProbability = splits.Count(split => split.OutOfSample < 0) / (double)splits.Count,
            Degradation = Line(splits),
        };
    }

    /// <summary>Every split by itself, in lexicographic order of the blocks in sample: the points of the scatter of in against out of sample.</summary>
    /// <param name="returns">As for <see cref="Of"/>.</param>
    /// <param name="blocks">As for <see cref="Of"/>.</param>
    /// <param name="dropFirst">As for <see cref="Of"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>.</exception>
    public static IReadOnlyList<CscvSplit> SplitsOf(IReadOnlyList<double[]> returns, int blocks = 10, bool dropFirst = false)
    {
        if (returns.Count < 2) throw new ArgumentException("Overfitting needs at least two trials to choose from.", nameof(returns));
        if (blocks is < 2 or > 16 || blocks % 2 != 0) throw new ArgumentException($"The number of blocks is even and from 2 to 16, not {blocks}.", nameof(blocks));
        var rows = returns[0].Length / blocks;
        if (rows < 2) throw new ArgumentException($"{blocks} blocks need at least {2 * blocks} rows, not {returns[0].Length}.", nameof(returns));
        if (returns.Any(r => r.Length != returns[0].Length)) throw new ArgumentException("All trials cover the same periods.", nameof(returns));
        return new CscvSplits(returns, blocks, rows, dropFirst ? returns[0].Length % blocks : 0).ToList();
    }

    private static (double Intercept, double Slope, double RSquared) Line(IReadOnlyList<CscvSplit> splits)
    {
        double x = splits.Average(split => split.InSample), y = splits.Average(split => split.OutOfSample), xx = 0, xy = 0, yy = 0;
        foreach (var split in splits)
        {
            xx += (split.InSample - x) * (split.InSample - x);
            xy += (split.InSample - x) * (split.OutOfSample - y);
            yy += (split.OutOfSample - y) * (split.OutOfSample - y);
        }

        return (y - (xy / xx * x), xy / xx, xy * xy / (xx * yy));
    }
}
