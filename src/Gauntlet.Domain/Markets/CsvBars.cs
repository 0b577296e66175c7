using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Domain.Markets;

/// <summary>Reads bars from CSV text: a header with timestamp, open, high, low, close, volume in any order, then one row a bar, or any common exporter's file.</summary>
/// <remarks>
/// Also read are date and time of day in two columns, semicolons, tabs, decimal commas, seconds or milliseconds since 1970, files
/// without a header (time, open, high, low, close, volume), without volume, or with the newest row first. Times without an offset are UTC.
/// </remarks>
public static class CsvBars
{
    /// <summary>Reads a file to trade on; warnings of <see cref="DataQuality"/> do not hinder, errors do.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <param name="options">What is known beside the bars; null takes the defaults.</param>
    /// <exception cref="InvalidInputException">Anything that makes the bars unusable, unadjusted splits too: says the first thing, its place, value and remedy, and how many more there are.</exception>
    public static BarSeries Read(TextReader reader, string name, QualityOptions? options = null)
    {
        var report = DataQuality.Check(reader, name, options);
        return report.Series ?? throw Refused(report);
    }

    /// <summary>Reads a file to trade on; warnings of <see cref="DataQuality"/> do not hinder, errors do.</summary>
    /// <param name="utf8">The bytes; can seek, is left open.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <param name="options">What is known beside the bars; null takes the defaults.</param>
    /// <exception cref="InvalidInputException">As for text.</exception>
    public static BarSeries Read(Stream utf8, string name, QualityOptions? options = null)
    {
        var report = DataQuality.Check(utf8, name, options);
        return report.Series ?? throw Refused(report);
    }

    /// <summary>Reads a file as it stands, unadjusted splits and all: for arithmetic and for adjusting, never for a verdict.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Name of the file, for messages, and symbol of the series.</param>
    /// <exception cref="InvalidInputException">Anything else that makes the bars unusable.</exception>
    public static BarSeries ReadAsIs(TextReader reader, string name)
    {
        var report = DataQuality.Check(reader, name);
        return report.AsRead ?? throw Refused(report);
    }

    private static InvalidInputException Refused(QualityReport report)
    {
        var first = report.Findings.First(finding => finding.Severity == Severity.Error);
        var errors = report.Count(Severity.Error);
        var more = errors > 1 ? $" gauntlet data check {report.Name} lists all {errors} errors." : "";
        return new(first.Field, first.Value, first.Message(report.Name) + more);
    }
}
