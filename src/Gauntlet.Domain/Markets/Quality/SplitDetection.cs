using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Tells an unadjusted split from a move.</summary>
/// <remarks>
/// After a split the first open of a day is a simple ratio of the last close, the price stays there, and about as much money changes
/// hands as before: shares traded grow by the ratio. After a crash the volume grows far more; after a bad print the price comes back.
/// </remarks>
public static class SplitDetection
{
    private const double OpenTolerance = 0.05;
    private const double CloseTolerance = 0.2;
    private const double MostVolumeGrowth = 8;
    private const int VolumeBars = 20;

    private static readonly double[] Ratios = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20];

    /// <summary>All splits that the bars seem to hold, ascending.</summary>
    public static IReadOnlyList<Split> Find(BarSeries bars)
    {
        var found = new List<Split>();
        for (var i = 1; i < bars.Count; i++)
        {
            if (RatioAt(bars, i) is { } ratio) found.Add(new(DateOnly.FromDateTime(bars.Times[i]), ratio));
        }

        return found;
    }

    /// <summary>The split between a bar and the one before; null where there seems to be none.</summary>
    /// <param name="bars">Raw bars.</param>
    /// <param name="index">1 … number of bars − 1.</param>
    /// <returns>Shares after for one before.</returns>
    public static double? RatioAt(BarSeries bars, int index)
    {
        var before = bars.Close[index - 1];
        var jump = Math.Log(bars.Open[index] / before);
        if (Math.Abs(jump) < Math.Log(Ratios[0]) - OpenTolerance || bars.Times[index].Date == bars.Times[index - 1].Date) return null;

        var ratio = Array.Find(Ratios, candidate => (jump < 0 || candidate >= 2) && Math.Abs(Math.Abs(jump) - Math.Log(candidate)) < OpenTolerance);
        if (ratio == 0) return null;

        var shares = jump < 0 ? ratio : 1 / ratio;
        var stays = Math.Abs(Math.Log(bars.Close[index] * shares / before)) < CloseTolerance;
        return stays && IsQuiet(bars, index, shares) ? shares : null;
    }

    private static bool IsQuiet(BarSeries bars, int index, double shares)
    {
        var usual = Quantile.Median(bars.Volume[Math.Max(0, index - VolumeBars)..index]);
        return usual == 0 || bars.Volume[index] <= MostVolumeGrowth * shares * usual;
    }
}
