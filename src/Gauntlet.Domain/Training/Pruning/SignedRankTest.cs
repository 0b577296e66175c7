using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Wilcoxon's signed-rank test of paired differences, one-sided.</summary>
/// <remarks>
/// Wilcoxon (1945). The ranks of zero differences are split between both signs. Exact up to 50 differences without ties and zeros, by all
/// choices of signs up to 13 with them, and by the normal distribution with ties corrected and without continuity correction otherwise.
/// </remarks>
internal static class SignedRankTest
{
    private const int MostExact = 50;
    private const int MostEnumerated = 13;

    /// <summary>Sum of the ranks of positive differences.</summary>
    public static double Statistic(ReadOnlySpan<double> differences)
    {
        var ranks = Ranks(differences);
        double sum = 0;
        for (var i = 0; i < ranks.Length; i++) sum += differences[i] > 0 ? ranks[i] : differences[i] == 0 ? ranks[i] / 2 : 0;
        return sum;
    }

    /// <summary>Probability of as small a statistic by chance: small where the differences lie below zero.</summary>
    public static double Less(ReadOnlySpan<double> differences)
    {
        var mirrored = differences.ToArray();
        for (var i = 0; i < mirrored.Length; i++) mirrored[i] = -mirrored[i];
        return Greater(mirrored);
    }

    /// <summary>Probability of as large a statistic by chance: small where the differences lie above zero.</summary>
    /// <param name="differences">Finite differences, at least one.</param>
    public static double Greater(ReadOnlySpan<double> differences)
    {
        var n = differences.Length;
        var ranks = Ranks(differences);
        var statistic = Statistic(differences);
        var magnitudes = differences.ToArray().Select(Math.Abs).ToList();
        var plain = magnitudes.Distinct().Count() == n && !magnitudes.Contains(0);
        if (plain && n <= MostExact) return Exact(n, (int)Math.Round(statistic));
        if (!plain && n <= MostEnumerated) return Enumerated(differences, ranks, statistic);

        var ties = magnitudes.CountBy(magnitude => magnitude).Sum(group => (Math.Pow(group.Value, 3) - group.Value) / 2);
        var variance = (((double)n * (n + 1) * ((2 * n) + 1)) - ties) / 24;
        return Normal.Cdf(-(statistic - (n * (n + 1) / 4.0)) / Math.Sqrt(variance));
    }

    // Counts the choices of signs by their sum of ranks.
    private static double Exact(int n, int statistic)
    {
        var counts = new double[(n * (n + 1) / 2) + 1];
        counts[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var sum = counts.Length - 1; sum >= rank; sum--) counts[sum] += counts[sum - rank];
        }

        return counts.Skip(statistic).Sum() / Math.Pow(2, n);
    }

    private static double Enumerated(ReadOnlySpan<double> differences, double[] ranks, double statistic)
    {
        double constant = 0;
        var free = new List<double>();
        for (var i = 0; i < ranks.Length; i++)
        {
            if (differences[i] == 0) constant += ranks[i] / 2;
            else free.Add(ranks[i]);
        }

        var reached = 0;
        for (var signs = 0; signs < 1 << free.Count; signs++)
        {
            var sum = constant;
            for (var i = 0; i < free.Count; i++) sum += (signs >> i & 1) == 1 ? free[i] : 0;
            reached += sum >= statistic - (1e-14 * statistic) ? 1 : 0;
        }

        return (double)reached / (1 << free.Count);
    }

    // Ranks of the magnitudes, equal ones sharing the mean.
    private static double[] Ranks(ReadOnlySpan<double> differences)
    {
        var magnitudes = new double[differences.Length];
        for (var i = 0; i < magnitudes.Length; i++) magnitudes[i] = Math.Abs(differences[i]);
        var sorted = (double[])magnitudes.Clone();
        Array.Sort(sorted);
        return Array.ConvertAll(magnitudes, magnitude =>
        {
            var first = Array.FindIndex(sorted, other => other == magnitude);
            var last = Array.FindLastIndex(sorted, other => other == magnitude);
            return ((first + last) / 2.0) + 1;
        });
    }
}
