using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Domain.Markets;

/// <summary>Reads bars from CSV text: a header with timestamp, open, high, low, close, volume in any order, then one row a bar.</summary>
public static class CsvBars
{
    /// <summary>Reads a file; warnings of <see cref="DataQuality"/> do not hinder, errors do.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <exception cref="InvalidInputException">Anything that makes the bars unusable: says the first thing, its place, value and remedy, and how many more there are.</exception>
    public static BarSeries Read(TextReader reader, string name)
    {
        var report = DataQuality.Check(reader, name);
        if (report.Series is { } series) return series;

        var first = report.Findings.First(finding => finding.Severity == Severity.Error);
        var errors = report.Count(Severity.Error);
        var more = errors > 1 ? $" gauntlet data check {name} lists all {errors} errors." : "";
        throw new InvalidInputException(first.Field, first.Value, first.Message(name) + more);
    }
}
