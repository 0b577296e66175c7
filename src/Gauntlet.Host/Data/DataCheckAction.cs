using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Domain.Markets.Sessions;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Data;

/// <summary>Says what is wrong with bar files.</summary>
internal static class DataCheckAction
{
    // Of one kind, so that a thousand bad rows do not hide the one of another kind.
    private const int ShownOfAKind = 5;

    public static Task<int> ExecuteAsync(DataCheckOptions options, Invocation invocation, CancellationToken interrupted)
    {
        var known = new QualityOptions { Actions = BarFile.Actions(options.Actions, invocation), Schedule = options.Calendar is { } calendar ? MarketSchedule.Find(calendar) : null };
        var reports = options.Files.Select(file => BarFile.Check(file, known, invocation)).ToList();
        if (options.Json) invocation.Screen.WriteJson(new { files = reports.Select(DataCheckDocument.Of).ToList() });
        else reports.ForEach(report => Show(report, invocation.Screen));
        return Task.FromResult(reports.Exists(report => report.Verdict == QualityVerdict.Refused) ? ExitCodes.BadInput : ExitCodes.Done);
    }

    private static void Show(QualityReport report, Screen screen)
    {
        var (glyph, word, ink) = report.Verdict switch
        {
            QualityVerdict.Good => ("✓", "good", Ink.Pass),
            QualityVerdict.Usable => ("!", "usable", Ink.Caution),
            _ => ("✕", "refused", Ink.Fail),
        };
        var span = report.Series is { } series
            ? $", {Times.Of(series.Times[0])} to {Times.Of(series.Times[^1])}, a bar every {Times.Of(series.Interval)}"
            : string.Empty;
        screen.WriteLine(new Cell($"{glyph} {word}", ink), $"   {report.Name}: {Numbers.Count(report.Rows)} rows{span}");
        foreach (var kind in report.Findings.OrderByDescending(finding => finding.Severity).GroupBy(finding => finding.Kind))
        {
            foreach (var finding in kind.Take(ShownOfAKind)) Show(finding, screen);
            if (kind.Count() > ShownOfAKind) screen.WriteWrapped($"and {Numbers.Count(kind.Count() - ShownOfAKind)} more of the kind {kind.Key}; --json lists all");
        }
    }

    private static void Show(QualityFinding finding, Screen screen)
    {
        var mark = finding.Severity switch
        {
            Severity.Error => new Cell("✕", Ink.Fail),
            Severity.Warning => new Cell("!", Ink.Caution),
            _ => new Cell("○", Ink.Muted),
        };
        var line = finding.Line is { } number ? $"   line {number}" : string.Empty;
        var time = finding.Time is { } at ? $"   {Times.Of(at)}" : string.Empty;
        screen.WriteLine(mark, new($" {finding.Kind}", Ink.Strong), line, time);
        screen.WriteWrapped($"{finding.Problem}. {finding.Remedy}");
    }
}
