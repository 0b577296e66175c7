using Gauntlet.Domain.Markets.Quality;

namespace Gauntlet.Host.Data;

/// <summary>A checked file in the document of <c>data check --json</c>.</summary>
/// <param name="Name">The file as it was given.</param>
/// <param name="Verdict"><c>good</c>, <c>usable</c> or <c>refused</c>.</param>
/// <param name="Rows">Rows of data, bad ones too.</param>
/// <param name="From">Opening time of the first bar, UTC; null when refused.</param>
/// <param name="To">Opening time of the last bar, UTC; null when refused.</param>
/// <param name="BarSeconds">Length of a bar; null when refused.</param>
/// <param name="DataHash">SHA-256 of the bars; null when refused.</param>
/// <param name="Findings">Everything found.</param>
internal sealed record DataCheckDocument(
    string Name, QualityVerdict Verdict, int Rows, DateTime? From, DateTime? To, int? BarSeconds, string? DataHash, IReadOnlyList<QualityFinding> Findings)
{
    public static DataCheckDocument Of(QualityReport report)
    {
        var series = report.Series;
        return series is null
            ? new(report.Name, report.Verdict, report.Rows, null, null, null, null, report.Findings)
            : new(report.Name, report.Verdict, report.Rows, series.Times[0], series.Times[^1], (int)series.Interval.TotalSeconds, series.ContentHash, report.Findings);
    }
}
