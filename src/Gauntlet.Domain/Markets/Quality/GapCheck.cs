namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds bars that are missing, by the market's own week: a bar is expected where most weeks of the file have one.</summary>
/// <remarks>
/// Nights, weekends and whole closed days (at most four in a row, as after 2001-09-11) are the shape of a session and no gap.
/// A market that trades every day is expected to have every bar.
/// </remarks>
internal static class GapCheck
{
    private const double RefusedShare = 0.05;
    private const int ClosedDaysInARow = 4;
    private static readonly TimeSpan Hole = TimeSpan.FromDays(30);

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        if (bars.Interval > TimeSpan.FromDays(1)) return;
        TradingWeek? week = null;
        int missing = 0, largest = 0, largestAt = 0;
        var times = bars.Times;
        for (var i = 1; i < times.Length; i++)
        {
            var gap = times[i] - times[i - 1];
            if (gap <= bars.Interval) continue;
            if (gap > Hole) findings.Add(AHole(bars, lines, i, gap));
            var here = Missing(week ??= TradingWeek.Of(bars), bars, i);
            if (here == 0) continue;

            missing += here;
            if (here > largest) (largest, largestAt) = (here, i);
            findings.Add(AGap(bars, lines, i, here));
        }

        var share = (double)missing / (missing + bars.Count);
        if (share > RefusedShare) findings.Add(Gapped(bars, lines[largestAt], missing, share, largest));
    }

    private static int Missing(TradingWeek week, BarSeries bars, int index)
    {
        int closedDays = 0, inClosedDays = 0, inOpenDays = 0;
        var (before, after) = (bars.Times[index - 1], bars.Times[index]);
        var closedDay = DateTime.MinValue;
        for (var time = before + bars.Interval; time < after; time += bars.Interval)
        {
            if (!week.Expects(time)) continue;
            if (time.Date == before.Date || time.Date == after.Date)
            {
                inOpenDays++;
                continue;
            }

            inClosedDays++;
            if (time.Date == closedDay) continue;
            closedDay = time.Date;
            closedDays++;
        }

        return week.IsContinuous || closedDays > ClosedDaysInARow ? inClosedDays + inOpenDays : inOpenDays;
    }

    private static QualityFinding AGap(BarSeries bars, IReadOnlyList<int> lines, int index, int missing) => new(
        Severity.Warning,
        "gap",
        lines[index],
        bars.Times[index],
        "timestamp",
        $"{missing} bars",
        $"{(missing == 1 ? "1 bar is" : $"{missing} bars are")} missing after {bars.Times[index - 1]:yyyy-MM-ddTHH:mm:ssZ}",
        "Fill them in from the source where it has them; nothing is made up for them here.");

    private static QualityFinding AHole(BarSeries bars, IReadOnlyList<int> lines, int index, TimeSpan gap) => new(
        Severity.Error,
        "hole",
        lines[index],
        bars.Times[index],
        "timestamp",
        $"{gap.TotalDays:0} days",
        $"there is no bar for {gap.TotalDays:0} days, since {bars.Times[index - 1]:yyyy-MM-dd}",
        "Fill the hole or use only the bars on one side of it.");

    private static QualityFinding Gapped(BarSeries bars, int line, int missing, double share, int largest) => new(
        Severity.Error,
        "gapped",
        null,
        null,
        "timestamp",
        $"{missing} bars",
        $"{missing} of {missing + bars.Count} expected bars ({share:P1}) are missing, the most at once, {largest}, before line {line}",
        $"Fill them in; up to {RefusedShare:P0} may be missing.");
}
