using System.Globalization;
using CsvHelper;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets.Corporate;

/// <summary>Reads corporate actions from CSV: <c>date,kind,value</c>, such as <c>2014-06-09,split,7</c>, <c>2020-08-07,dividend,0.82</c> or <c>2000-09-29,real,</c>.</summary>
public static class CorporateActionsFile
{
    private const string Shape = "Give rows of date,kind,value: 2014-06-09,split,7 or 2020-08-07,dividend,0.82 or 2000-09-29,real,";

    /// <summary>Reads a file.</summary>
    /// <param name="reader">The text, with the header <c>date,kind,value</c>.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="InvalidInputException">A row that cannot be read; says its line and the remedy.</exception>
    public static CorporateActions Read(TextReader reader, string name)
    {
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false }, leaveOpen: true);
        if (!csv.Headers.Select(header => header.Trim().TrimStart('\uFEFF').ToLowerInvariant()).SequenceEqual(["date", "kind", "value"]))
        {
            throw new InvalidInputException(name, string.Join(',', csv.Headers), $"{name} line 1: the header is '{string.Join(',', csv.Headers)}', not 'date,kind,value'. {Shape}");
        }

        var actions = new List<CorporateAction>();
        while (csv.Read()) actions.Add(Parse(csv, name));
        return new(actions);
    }

    private static CorporateAction Parse(CsvReader row, string name)
    {
        var line = row.LineNumber;
        var date = Field(row, 0);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new InvalidInputException("date", date, $"{name} line {line}: date '{date}' is not a day such as 2014-06-09. {Shape}");
        }

        var kind = Field(row, 1);
        return kind switch
        {
            "split" => new Split(day, Value(row, name)),
            "dividend" => new Dividend(day, Value(row, name)),
            "real" => new RealMove(day),
            _ => throw new InvalidInputException("kind", kind, $"{name} line {line}: kind '{kind}' is not split, dividend or real. {Nearest.Hint(kind, ["split", "dividend", "real"])}"),
        };
    }

    private static double Value(CsvReader row, string name)
    {
        var text = Field(row, 2);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0) return value;
        throw new InvalidInputException("value", text, $"{name} line {row.LineNumber}: value '{text}' is not a positive number. {Shape}");
    }

    private static string Field(CsvReader row, int index) => index < row.FieldCount ? row.GetString(index) : string.Empty;
}
