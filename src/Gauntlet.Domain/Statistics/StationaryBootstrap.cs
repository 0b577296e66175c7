using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Statistics;

/// <summary>Percentile interval of a statistic of a dependent series, by resampling blocks of random length.</summary>
/// <remarks>Politis and Romano (1994): blocks start anywhere, wrap around the end, and have geometric lengths. The same seed gives the same interval.</remarks>
public static class StationaryBootstrap
{
    /// <summary>A statistic of a sample, such as its mean.</summary>
    public delegate double Statistic(ReadOnlySpan<double> sample);

    /// <summary>The interval that holds the middle share of the resampled statistics.</summary>
    /// <param name="values">The series in its order; at least two values.</param>
    /// <param name="statistic">What to measure on each resample; NaN results are left out.</param>
    /// <param name="meanBlock">Mean length of a block in values, at least 1; about the length over which the series remembers.</param>
    /// <param name="draws">Number of resamples, at least 100.</param>
    /// <param name="level">Share of resamples inside, in (0, 1). Default 0.95.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Lower and upper limit; NaN when no resample has a value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside of the ranges above.</exception>
    public static (double Low, double High) Interval(ReadOnlySpan<double> values, Statistic statistic, double meanBlock, int draws, ulong seed, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        if (meanBlock is not >= 1) throw new ArgumentOutOfRangeException(nameof(meanBlock), meanBlock, "A block holds at least one value.");

        var random = new SeededRandom(seed);
        var rows = new int[values.Length];
        var results = new List<double>(draws);
        var sample = new double[values.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            Rows(rows, meanBlock, random);
            var result = On(values, rows, sample, statistic);
            if (!double.IsNaN(result)) results.Add(result);
        }

        return Percentile(results.ToArray(), level);
    }

    internal static double On(ReadOnlySpan<double> values, ReadOnlySpan<int> rows, Span<double> sample, Statistic statistic)
    {
        for (var i = 0; i < rows.Length; i++) sample[i] = values[rows[i]];
        return statistic(sample);
    }

    internal static (double Low, double High) Percentile(double[] results, double level)
    {
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies in (0, 1).");
        Array.Sort(results);
        var tail = (1 - level) / 2;
        return (Quantile.OfSorted(results, tail), Quantile.OfSorted(results, 1 - tail));
    }

    private static void Rows(int[] rows, double meanBlock, SeededRandom random)
    {
        rows[0] = random.Next(rows.Length);
        for (var i = 1; i < rows.Length; i++)
        {
            rows[i] = random.NextDouble() * meanBlock < 1 ? random.Next(rows.Length) : (rows[i - 1] + 1) % rows.Length;
        }
    }
}
