using System.Text;
using Gauntlet.Domain.Markets.Csv;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Checks a bar file and says everything that is wrong with it.</summary>
public static class DataQuality
{
    private const double IrregularShare = 0.05;

    /// <summary>Reads and checks a file of bars.</summary>
    /// <param name="reader">The text, in any of the shapes that <see cref="CsvBars"/> reads.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <param name="options">What is known beside the bars; null takes the defaults.</param>
    public static QualityReport Check(TextReader reader, string name, QualityOptions? options = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()), writable: false);
        return Check(bytes, name, options);
    }

    /// <summary>Reads and checks a file of bars.</summary>
    /// <param name="utf8">The bytes; can seek, is left open.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <param name="options">What is known beside the bars; null takes the defaults.</param>
    public static QualityReport Check(Stream utf8, string name, QualityOptions? options = null)
    {
        var known = options ?? new();
        var findings = new List<QualityFinding>();
        var raw = new RawBars();
        var rows = Read(utf8, raw, findings);
        if (raw.Count < 2)
        {
            if (findings.Count == 0) findings.Add(TooFew(raw.Count));
            return new(name, rows, findings, null);
        }

        var rowsAreSound = findings.Count == 0;
        var series = known.Actions.Apply(raw.ToSeries(name, times => UsualInterval(times, findings))).Bars;
        // Around rows that were dropped there are gaps of our own making.
        if (rowsAreSound && known.Schedule is null) GapCheck.Run(series, raw.Lines, findings);
        if (rowsAreSound && known.Schedule is { } schedule) SessionCheck.Run(series, raw.Lines, schedule, findings);
        JumpCheck.Run(series, raw.Lines, known.Actions, findings);
        SpikeCheck.Run(series, raw.Lines, findings);
        StillnessCheck.Run(series, raw.Lines, findings);
        return new(name, rows, findings, findings.Exists(finding => finding.Severity == Severity.Error && finding.Kind != QualityFinding.UnadjustedSplit) ? null : series);
    }

    private static int Read(Stream utf8, RawBars bars, List<QualityFinding> findings)
    {
        var start = utf8.Position;
        var head = new byte[CsvShape.HeadBytes];
        var length = utf8.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var shape = CsvShape.Of(head.AsSpan(0, length), length < head.Length, findings);
        utf8.Position = start + shape.SkippedBytes;
        return new RowReader(bars, shape, findings).Read(utf8);
    }

    private static QualityFinding TooFew(int count) => new(
        Severity.Error, "too-few", null, null, "rows", $"{count}", $"{count} bar is too few to tell the interval", "Give at least two bars; a study needs about a thousand.");

    // The most frequent distance of two bars, the shortest among equals.
    private static TimeSpan UsualInterval(DateTime[] times, List<QualityFinding> findings)
    {
        var distances = new SortedDictionary<TimeSpan, int>();
        for (int i = 1, run = 0; i < times.Length; i++)
        {
            run++;
            var distance = times[i] - times[i - 1];
            if (i + 1 < times.Length && times[i + 1] - times[i] == distance) continue;
            distances[distance] = distances.GetValueOrDefault(distance) + run;
            run = 0;
        }

        var interval = distances.MaxBy(pair => pair.Value).Key;
        var shorter = distances.Where(pair => pair.Key < interval).Sum(pair => pair.Value);
        if (shorter > 0)
        {
            findings.Add(new(
                shorter > IrregularShare * times.Length ? Severity.Error : Severity.Warning,
                "irregular",
                null,
                null,
                "timestamp",
                $"{shorter} bars",
                $"{shorter} bars follow the one before by less than the usual {IntervalText.Of(interval)}",
                "Give bars of one interval."));
        }

        return interval;
    }
}
