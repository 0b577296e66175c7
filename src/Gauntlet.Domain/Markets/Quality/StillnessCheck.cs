namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds stretches in which a price did not move at all, and bars without volume.</summary>
internal static class StillnessCheck
{
    private const int ShortestRun = 5;

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        StaleRuns(bars, lines, findings);
        ZeroVolume(bars, lines, findings);
    }

    private static void StaleRuns(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        var run = 0;
        for (var i = 1; i <= bars.Count; i++)
        {
            var still = i < bars.Count && bars.High[i] == bars.Low[i] && bars.Close[i] == bars.Close[i - 1];
            if (still)
            {
                run++;
                continue;
            }

            if (run >= ShortestRun)
            {
                findings.Add(new(
                    Severity.Warning,
                    "stale",
                    lines[i - run],
                    bars.Times[i - run],
                    "close",
                    $"{bars.Close[i - 1]}",
                    $"{run} bars in a row repeat the price {bars.Close[i - 1]}",
                    "Remove them if the source only carried the last price forward."));
            }

            run = 0;
        }
    }

    private static void ZeroVolume(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        var first = bars.Volume.IndexOf(0);
        if (first < 0) return;
        var count = bars.Volume.Count(0);
        var all = count == bars.Count;
        findings.Add(new(
            all ? Severity.Note : Severity.Warning,
            "zero-volume",
            all ? null : lines[first],
            all ? null : bars.Times[first],
            "volume",
            $"{count} bars",
            all ? "no bar has a volume" : $"{count} bars have volume 0, this one first",
            all ? "Nothing needs it; fills are not limited by volume." : "A bar without trades cannot be traded in: compare with the source."));
    }
}
