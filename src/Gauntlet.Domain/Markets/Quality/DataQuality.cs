namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Checks a bar file and says everything that is wrong with it.</summary>
public static class DataQuality
{
    private const double IrregularShare = 0.05;

    /// <summary>Reads and checks a file of bars.</summary>
    /// <param name="reader">The text: a header, then one row a bar.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    public static QualityReport Check(TextReader reader, string name)
    {
        var findings = new List<QualityFinding>();
        var bars = new RawBars();
        var rows = new RowReader(bars, findings).Read(reader);
        if (bars.Count < 2)
        {
            if (findings.Count == 0) findings.Add(TooFew(bars.Count));
            return new(name, rows, findings, null);
        }

        var rowsAreSound = findings.Count == 0;
        var interval = UsualInterval(bars.Times, findings);
        var series = bars.ToSeries(name, interval);
        // Around rows that were dropped there are gaps of our own making.
        if (rowsAreSound) GapCheck.Run(series, bars.Lines, findings);
        JumpCheck.Run(series, bars.Lines, findings);
        StillnessCheck.Run(series, bars.Lines, findings);
        return new(name, rows, findings, findings.Exists(finding => finding.Severity == Severity.Error) ? null : series);
    }

    private static QualityFinding TooFew(int count) => new(
        Severity.Error, "too-few", null, null, "rows", $"{count}", $"{count} bar is too few to tell the interval", "Give at least two bars; a study needs about a thousand.");

    // The most frequent distance of two bars, the shortest among equals.
    private static TimeSpan UsualInterval(List<DateTime> times, List<QualityFinding> findings)
    {
        var distances = times.Zip(times.Skip(1), (before, after) => after - before).GroupBy(distance => distance).ToList();
        var interval = distances.OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var shorter = distances.Where(group => group.Key < interval).Sum(group => group.Count());
        if (shorter > 0)
        {
            findings.Add(new(
                shorter > IrregularShare * times.Count ? Severity.Error : Severity.Warning,
                "irregular",
                null,
                null,
                "timestamp",
                $"{shorter} bars",
                $"{shorter} bars follow the one before by less than the usual {interval}",
                "Give bars of one interval."));
        }

        return interval;
    }
}
