using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Resampling;

namespace Gauntlet.Domain.Simulation.Backtests;

/// <summary>Where an account could have gone from a day on, had its returns gone on as before it: the out-of-sample cone.</summary>
/// <remarks>
/// Paths are drawn from the returns before the boundary by the stationary bootstrap of Politis and Romano (1994), blocks of the
/// length of Politis and White (2004); the bands are pointwise quantiles of growth since the boundary.
/// </remarks>
public sealed record Cone
{
    /// <summary>Fewest bars before the boundary, and after it.</summary>
    public const int FewestBefore = 100, FewestAfter = 20;

    private const int Draws = 1000, Places = 48;
    private const ulong Seed = 1;
    private static readonly double[] Levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

    /// <summary>First bar that counts as unseen.</summary>
    public required int Start { get; init; }

    /// <summary>Quantiles at even places after the boundary, in order.</summary>
    public required IReadOnlyList<ConePoint> Points { get; init; }

    /// <summary>Share of the paths that end below the account: 0.5 is just as before, near 0 is worse than the past promised.</summary>
    public required double Rank { get; init; }

    /// <summary>Mean length of the blocks, in bars.</summary>
    public required double MeanBlock { get; init; }

    /// <param name="returns">Simple returns by bar, all above −1.</param>
    /// <param name="start">First bar that counts as unseen.</param>
    /// <returns>Null where there are fewer than <see cref="FewestBefore"/> bars before or <see cref="FewestAfter"/> after, or the account was ruined.</returns>
    public static Cone? Of(ReadOnlySpan<double> returns, int start)
    {
        if (start < FewestBefore || returns.Length - start < FewestAfter || !Above(returns, -1)) return null;
        double[] before = [.. returns[..start]];
        var length = returns.Length - start;
        var count = Math.Min(Places, length);
        int[] places = [.. Enumerable.Range(1, count).Select(i => (int)((long)length * i / count) - 1)];
        var block = BlockLength.Of(before).Stationary;
        var growth = Paths(before, length, places, block);
        foreach (var column in growth) Array.Sort(column);
        var realised = Growth(returns[start..]);
        var ends = growth[^1];
        return new()
        {
            Start = start,
            MeanBlock = block,
            Points = [.. places.Select((place, i) => new ConePoint(start + place, [.. Levels.Select(level => Quantile.OfSorted(growth[i], level))]))],
            Rank = (double)ends.Count(end => end < realised) / ends.Length,
        };
    }

    // Growth of each draw at each place; a path that is longer than the past goes on with further draws.
    private static double[][] Paths(double[] before, int length, int[] places, double block)
    {
        var rounds = ((length - 1) / before.Length) + 1;
        var resampling = new StationaryResampling(block, Draws * rounds, Seed);
        var growth = places.Select(_ => new double[Draws]).ToArray();
        var rows = new int[before.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            var value = 1.0;
            for (int bar = 0, next = 0; bar < length; bar++)
            {
                if (bar % before.Length == 0) resampling.Fill((draw * rounds) + (bar / before.Length), rows);
                value *= 1 + before[rows[bar % before.Length]];
                if (bar == places[next]) growth[next++][draw] = value;
            }
        }

        return growth;
    }

    private static double Growth(ReadOnlySpan<double> returns)
    {
        var growth = 1.0;
        foreach (var value in returns) growth *= 1 + value;
        return growth;
    }

    private static bool Above(ReadOnlySpan<double> values, double limit)
    {
        foreach (var value in values)
        {
            if (!(value > limit)) return false;
        }

        return true;
    }
}

/// <summary>Quantiles of growth since the boundary at one bar.</summary>
/// <param name="Place">Index of the bar.</param>
/// <param name="Quantiles">2.5, 10, 25, 50, 75, 90 and 97.5 %.</param>
public readonly record struct ConePoint(int Place, IReadOnlyList<double> Quantiles);
