using System.Text;
using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>How a bar file is written, read off its first lines.</summary>
/// <remarks>
/// Known are the files of the common exporters: Yahoo, Stooq, Nasdaq, Investing, Alpha Vantage, TradingView, MetaTrader (with and
/// without a header), HistData, Binance, Kraken, CryptoDataDownload, Dukascopy, and everything with the same names of columns.
/// </remarks>
/// <param name="Separator">Character between fields.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="SkippedBytes">Bytes before that: a remark of the exporter.</param>
/// <param name="SkippedLines">Lines in them.</param>
/// <param name="Columns">Where what stands; null where the header lacks something.</param>
/// <param name="Order">Day or month first.</param>
/// <param name="DecimalComma">Whether decimals follow a comma.</param>
/// <param name="NewestFirst">Whether the rows go back in time.</param>
internal sealed record CsvShape(
    char Separator, bool HasHeader, int SkippedBytes, int SkippedLines, CsvColumns? Columns, DateOrder Order, bool DecimalComma, bool NewestFirst)
{
    /// <summary>Whether there is nothing at all in the file.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether rows can be taken apart at every separator and line feed: no quotes, and lines end as usual.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Bytes of a file's beginning that are enough to know its shape.</summary>
    public const int HeadBytes = 16 * 1024;

    private const int FewestFields = 5;
    private const int FewestRowsToTellDirection = 3;

    /// <summary>Recognises a file.</summary>
    /// <param name="head">Its first bytes, UTF-8; a last line may be cut.</param>
    /// <param name="isWhole">Whether the head is all there is.</param>
    /// <param name="findings">Takes what is missing.</param>
    public static CsvShape Of(ReadOnlySpan<byte> head, bool isWhole, List<QualityFinding> findings)
    {
        var text = Encoding.UTF8.GetString(head);
        var lines = text.Split('\n').ToList();
        if (!isWhole && lines.Count > 1) lines.RemoveAt(lines.Count - 1);

        var separator = SeparatorOf(lines);
        // Exporters put a remark, such as their address, before the header.
        var skipped = lines.Count > 1 && lines[0].Split(separator).Length < FewestFields && lines[1].Split(separator).Length >= FewestFields && !lines[0].Contains(separator) ? 1 : 0;
        var mark = head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var skippedBytes = skipped == 0 ? mark : Encoding.UTF8.GetByteCount(lines[0]) + 1;
        var rows = lines.Skip(skipped).Select(line => Fields(line, separator)).Where(fields => fields.Length > 1 || fields[0].Length > 0).ToList();
        if (rows.Count == 0) return new(separator, true, 0, 0, null, DateOrder.MonthFirst, false, false) { IsEmpty = true };

        var first = rows[0];
        var hasHeader = !IsTime(first[0]) || first.Length < FewestFields;
        var columns = hasHeader ? CsvColumns.Of(first, findings) : CsvColumns.InOrder(first.Length, IsClock(first[1]));
        var body = hasHeader ? rows[1..] : rows;
        var order = columns is null ? DateOrder.MonthFirst : OrderOf(body, columns.Time);
        var comma = columns is not null && separator != ',' && body.Exists(fields => columns.Open < fields.Length && fields[columns.Open].Contains(',') && !fields[columns.Open].Contains('.'));
        return new(separator, hasHeader, skippedBytes, skipped, columns, order, comma, columns is not null && GoesBack(body, columns, order))
        {
            IsPlain = !text.Contains('"') && (text.Contains('\n') || !text.Contains('\r')),
        };
    }

    private static char SeparatorOf(List<string> lines)
    {
        var sample = lines.Count > 1 ? lines[1] : lines[0];
        return new[] { ',', ';', '\t' }.MaxBy(candidate => sample.Count(character => character == candidate));
    }

    private static string[] Fields(string line, char separator)
    {
        var trimmed = line.Trim('\r', ' ', '\uFEFF');
        // Quotes may hide a comma in a date or a number.
        return trimmed.Contains('"') && separator == ','
            ? [.. trimmed.Trim('"').Split(trimmed.StartsWith('"') ? "\",\"" : ",").Select(field => field.Trim('"', ' '))]
            : [.. trimmed.Split(separator).Select(field => field.Trim('"', ' '))];
    }

    private static bool IsTime(string field) =>
        field.Length > 0 && char.IsAsciiDigit(field[0]) && TimeText.TryParse(Encoding.UTF8.GetBytes(field), DateOrder.DayFirst, out _);

    private static bool IsClock(string field) => field.Length is >= 4 and <= 8 && field.IndexOf(':', StringComparison.Ordinal) is 1 or 2;

    // Month first unless some first number is no month.
    private static DateOrder OrderOf(List<string[]> rows, int column) =>
        rows.Exists(fields => column < fields.Length && fields[column].Split('/', '.', '-') is [{ Length: 1 or 2 } first, _, _] && int.TryParse(first, out var number) && number > 12)
            || rows.Exists(fields => column < fields.Length && fields[column].Length >= 8 && fields[column][2] == '.')
            ? DateOrder.DayFirst
            : DateOrder.MonthFirst;

    private static bool GoesBack(List<string[]> rows, CsvColumns columns, DateOrder order)
    {
        var times = new List<DateTime>();
        foreach (var fields in rows)
        {
            if (columns.Time >= fields.Length || columns.Clock >= fields.Length) continue;
            var text = columns.Clock < 0 ? fields[columns.Time] : $"{fields[columns.Time]} {fields[columns.Clock]}";
            if (TimeText.TryParse(Encoding.UTF8.GetBytes(text), order, out var time)) times.Add(time);
        }

        return times.Count >= FewestRowsToTellDirection && Enumerable.Range(1, times.Count - 1).All(i => times[i] < times[i - 1]);
    }
}
