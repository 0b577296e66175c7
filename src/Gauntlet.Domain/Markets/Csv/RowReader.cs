using System.Text;
using CsvHelper;
using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Reads a bar file row by row: sound rows are kept, every other one leaves a finding.</summary>
internal sealed class RowReader(RawBars bars, CsvShape shape, List<QualityFinding> findings)
{
    private const string FixRow = "Correct the row or remove it.";
    private const int LongestTime = 64;

    // A line is a row whatever its quotes, so that one stray quote cannot swallow the rest of the file.
    private readonly CsvReaderOptions _options = new()
    {
        Separator = shape.Separator,
        HasHeader = shape.HasHeader,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
    };

    /// <summary>Reads all rows of a stream that stands at the header, or at the first row where there is none.</summary>
    /// <returns>Rows of data, bad ones too.</returns>
    public int Read(Stream stream)
    {
        if (shape.IsEmpty)
        {
            Report("empty", null, "file", "", "the file is empty", "Give a header and one row a bar: timestamp, open, high, low, close, volume.");
            return 0;
        }

        if (shape.Columns is not { } columns) return 0;
        var rows = shape.IsPlain ? ReadPlain(stream, columns) : ReadQuoted(stream, columns);
        if (rows == 0) Report("empty", null, "rows", "0", "there is a header but no bar", "Give one row a bar.");
        if (shape.NewestFirst) bars.Reverse();
        return rows;
    }

    private int ReadPlain(Stream stream, CsvColumns columns)
    {
        var rows = new PlainRows(stream, (byte)shape.Separator, columns.Count);
        if (shape.HasHeader) rows.Next();
        return Read(ref rows, columns);
    }

    private int ReadQuoted(Stream stream, CsvColumns columns)
    {
        using var csv = CsvReader.Create(stream, _options, leaveOpen: true);
        var rows = new QuotedRows(csv);
        return Read(ref rows, columns);
    }

    private int Read<TRows>(ref TRows rows, CsvColumns columns)
        where TRows : struct, ICsvRows
    {
        var count = 0;
        while (rows.Next())
        {
            count++;
            var line = rows.Line + shape.SkippedLines;
            if (TryParse(ref rows, columns, line, out var bar) && IsSound(bar, line)) bars.Add(line, bar);
        }

        return count;
    }

    private bool TryParse<TRows>(ref TRows row, CsvColumns columns, int line, out Bar bar)
        where TRows : struct, ICsvRows
    {
        // One after the other and all of them, so that every bad field of a row is reported.
        var sound = Time(ref row, columns, line, out var time);
        sound &= Number(ref row, columns.Open, "open", line, out var open);
        sound &= Number(ref row, columns.High, "high", line, out var high);
        sound &= Number(ref row, columns.Low, "low", line, out var low);
        sound &= Number(ref row, columns.Close, "close", line, out var close);
        double volume = 0;
        if (columns.Volume >= 0) sound &= Number(ref row, columns.Volume, "volume", line, out volume);
        bar = new(time, open, high, low, close, volume);
        return sound;
    }

    private bool Time<TRows>(ref TRows row, CsvColumns columns, int line, out DateTime time)
        where TRows : struct, ICsvRows
    {
        time = default;
        if (!IsThere(ref row, columns.Time, "timestamp", line)) return false;
        var text = row.Field(columns.Time);
        if (columns.Clock < 0)
        {
            if (TimeText.TryParse(text, shape.Order, out time)) return true;
        }
        else
        {
            if (!IsThere(ref row, columns.Clock, "time", line)) return false;
            var clock = row.Field(columns.Clock);
            Span<byte> joined = stackalloc byte[LongestTime];
            if (text.Length + clock.Length < LongestTime)
            {
                text.CopyTo(joined);
                joined[text.Length] = (byte)' ';
                clock.CopyTo(joined[(text.Length + 1)..]);
                if (TimeText.TryParse(joined[..(text.Length + 1 + clock.Length)], shape.Order, out time)) return true;
            }
        }

        var shown = Encoding.UTF8.GetString(text);
        Report("bad-time", line, "timestamp", shown, $"timestamp '{shown}' is not a time", "Give ISO 8601, such as 2021-03-04T15:00:00Z; times without an offset are read as UTC.");
        return false;
    }

    private bool Number<TRows>(ref TRows row, int column, string field, int line, out double number)
        where TRows : struct, ICsvRows
    {
        number = default;
        if (!IsThere(ref row, column, field, line)) return false;
        var span = row.Field(column);
        if (!shape.DecimalComma && NumberText.TryParse(span, out number)) return true;
        if (NumberText.TryParseDecorated(span, shape.DecimalComma, out number)) return true;
        var text = Encoding.UTF8.GetString(span);
        Report("not-a-number", line, field, text, $"{field} '{text}' is not a finite number", FixRow);
        return false;
    }

    private bool IsThere<TRows>(ref TRows row, int column, string field, int line)
        where TRows : struct, ICsvRows
    {
        if (column < row.FieldCount && !row.Field(column).IsEmpty) return true;
        Report("missing-value", line, field, "", $"{field} is missing", FixRow);
        return false;
    }

    private bool IsSound(in Bar bar, int line)
    {
        var inside = bar.Low > 0 && bar.High >= bar.Low && bar.Open >= bar.Low && bar.Open <= bar.High && bar.Close >= bar.Low && bar.Close <= bar.High && bar.Volume >= 0;
        if (!inside) ReportUnsound(bar, line);
        return InOrder(bar, line) && inside;
    }

    private void ReportUnsound(in Bar bar, int line)
    {
        Positive("open", bar.Open, bar, line);
        Positive("high", bar.High, bar, line);
        Positive("low", bar.Low, bar, line);
        Positive("close", bar.Close, bar, line);
        if (bar.Volume < 0) Report("negative", line, "volume", $"{bar.Volume}", $"volume {bar.Volume} is negative", FixRow, bar.OpenTime);
        if (bar.High < bar.Low)
        {
            Report("high-below-low", line, "high", $"{bar.High}", $"high {bar.High} is below low {bar.Low}", FixRow, bar.OpenTime);
            return;
        }

        Within("open", bar.Open, bar, line);
        Within("close", bar.Close, bar, line);
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

    private bool InOrder(in Bar bar, int line)
    {
        if (bars.Count == 0) return true;
        var step = bar.OpenTime.CompareTo(bars.LastTime);
        if (shape.NewestFirst ? step < 0 : step > 0) return true;

        var last = $"{bars.LastTime:yyyy-MM-ddTHH:mm:ssZ} of line {bars.LastLine}";
        var value = $"{bar.OpenTime:yyyy-MM-ddTHH:mm:ssZ}";
        if (step == 0) Report("duplicate", line, "timestamp", value, $"timestamp {value} is the same as that of line {bars.LastLine}", "Keep one row for a bar.");
        else Report("unsorted", line, "timestamp", value, $"timestamp {value} comes after {last}", "Sort the rows by time.");
        return false;
    }

    private void Report(string kind, int? line, string field, string value, string problem, string remedy, DateTime? time = null) =>
        findings.Add(new(Severity.Error, kind, line, time, field, value, problem, remedy));
}
