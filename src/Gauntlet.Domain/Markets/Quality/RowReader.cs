using System.Globalization;
using CsvHelper;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Reads a bar file row by row: sound rows are kept, every other one leaves a finding.</summary>
internal sealed class RowReader(RawBars bars, List<QualityFinding> findings)
{
    private const string FixRow = "Correct the row or remove it.";

    /// <summary>Reads all rows.</summary>
    /// <returns>Rows of data, bad ones too.</returns>
    public int Read(TextReader reader)
    {
        // A line is a row whatever its quotes, so that one stray quote cannot swallow the rest of the file.
        var options = new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false };
        using var csv = CsvReader.Create(reader, options, leaveOpen: true);
        if (csv.Headers.Count == 0)
        {
            Report("empty", null, "file", "", "the file is empty", "Give a header and one row a bar: timestamp, open, high, low, close, volume.");
            return 0;
        }

        if (CsvColumns.Of(csv.Headers, findings) is not { } columns) return 0;
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            var line = (int)csv.LineNumber;
            if (Parse(csv, columns, line) is { } bar && IsSound(bar, line)) bars.Add(line, bar);
        }

        if (rows == 0) Report("empty", null, "rows", "0", "there is a header but no bar", "Give one row a bar.");
        return rows;
    }

    private Bar? Parse(CsvReader row, CsvColumns columns, int line)
    {
        var time = Time(row, columns.Time, line);
        var open = Number(row, columns.Open, "open", line);
        var high = Number(row, columns.High, "high", line);
        var low = Number(row, columns.Low, "low", line);
        var close = Number(row, columns.Close, "close", line);
        var volume = Number(row, columns.Volume, "volume", line);
        return time is null || open is null || high is null || low is null || close is null || volume is null
            ? null
            : new(time.Value, open.Value, high.Value, low.Value, close.Value, volume.Value);
    }

    private DateTime? Time(CsvReader row, int column, int line)
    {
        if (Text(row, column, "timestamp", line) is not { } text) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time)) return time.UtcDateTime;
        Report("bad-time", line, "timestamp", text, $"timestamp '{text}' is not a time", "Give ISO 8601, such as 2021-03-04T15:00:00Z; times without an offset are read as UTC.");
        return null;
    }

    private double? Number(CsvReader row, int column, string field, int line)
    {
        if (Text(row, column, field, line) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Report("not-a-number", line, field, text, $"{field} '{text}' is not a finite number", FixRow);
        return null;
    }

    private string? Text(CsvReader row, int column, string field, int line)
    {
        if (column < row.FieldCount && !row.IsEmpty(column)) return row.GetString(column);
        Report("missing-value", line, field, "", $"{field} is missing", FixRow);
        return null;
    }

    private bool IsSound(in Bar bar, int line)
    {
        var before = findings.Count;
        Positive("open", bar.Open, bar, line);
        Positive("high", bar.High, bar, line);
        Positive("low", bar.Low, bar, line);
        Positive("close", bar.Close, bar, line);
        if (bar.Volume < 0) Report("negative", line, "volume", $"{bar.Volume}", $"volume {bar.Volume} is negative", FixRow, bar.OpenTime);
        if (bar.High < bar.Low)
        {
            Report("high-below-low", line, "high", $"{bar.High}", $"high {bar.High} is below low {bar.Low}", FixRow, bar.OpenTime);
        }
        else
        {
            Within("open", bar.Open, bar, line);
            Within("close", bar.Close, bar, line);
        }

        InOrder(bar, line);
        return findings.Count == before;
    }

    private void Positive(string field, double value, in Bar bar, int line)
    {
        if (value <= 0) Report("not-positive", line, field, $"{value}", $"{field} {value} is not a positive price", "Correct the row or remove it; a missing price is not 0.", bar.OpenTime);
    }

    private void Within(string field, double value, in Bar bar, int line)
    {
        if (value >= bar.Low && value <= bar.High) return;
        Report("outside-range", line, field, $"{value}", $"{field} {value} is outside of low {bar.Low} to high {bar.High}", FixRow, bar.OpenTime);
    }

    private void InOrder(in Bar bar, int line)
    {
        if (bars.Count == 0 || bar.OpenTime > bars.Times[^1]) return;
        var last = $"{bars.Times[^1]:yyyy-MM-ddTHH:mm:ssZ} of line {bars.Lines[^1]}";
        var value = $"{bar.OpenTime:yyyy-MM-ddTHH:mm:ssZ}";
        if (bar.OpenTime == bars.Times[^1]) Report("duplicate", line, "timestamp", value, $"timestamp {value} is the same as that of line {bars.Lines[^1]}", "Keep one row for a bar.");
        else Report("unsorted", line, "timestamp", value, $"timestamp {value} comes after {last}", "Sort the rows by time.");
    }

    private void Report(string kind, int? line, string field, string value, string problem, string remedy, DateTime? time = null) =>
        findings.Add(new(Severity.Error, kind, line, time, field, value, problem, remedy));
}
