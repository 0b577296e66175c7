using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Data;

namespace Gauntlet.Host.Backtests;

/// <summary>A market that a back-test names, with what a check of its bars found.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Note">What the check found, with its glyph.</param>
internal sealed record TestedMarket(BarSeries Bars, string Note)
{
    /// <summary>Kinds that a page names even where there are none of them.</summary>
    private static readonly string[] Usual = ["gap", "outlier"];

    /// <summary>Reads a file, refused where it cannot be traded on, or makes a synthetic market.</summary>
    /// <param name="market">Path of a file, or the name of a synthetic market.</param>
    /// <param name="seed">Seed of a synthetic market.</param>
    /// <param name="actions">File of splits, dividends and moves known to be real; null for none.</param>
    /// <param name="invocation">The call.</param>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static TestedMarket Read(string market, ulong seed, string? actions, Invocation invocation)
    {
        if (SyntheticMarket.IsNamed(market)) return new(SyntheticMarket.Named(market, seed).Series, $"✓ synthetic, seed {seed}");
        var path = invocation.PathOf(market);
        if (Directory.Exists(path)) throw CommandException.BadInput($"FILE is '{market}', which is a folder. Give the path of a CSV file of bars.");
        if (!File.Exists(path)) throw CommandException.BadInput($"FILE is '{market}', which does not exist. Give the path of a CSV file of bars, or one of {string.Join(", ", SyntheticMarket.Names)}.");
        var known = new QualityOptions { Actions = BarFile.Actions(actions, invocation) };
        using var stream = File.OpenRead(path);
        var report = DataQuality.Check(stream, market, known);
        if (report.Series is { } series) return new(series, Words(report));
        // Says what is wrong as every other reader does.
        stream.Position = 0;
        return new(CsvBars.Read(stream, market, known), string.Empty);
    }

    private static string Words(QualityReport report)
    {
        var counts = Usual.ToDictionary(kind => kind, _ => 0, StringComparer.Ordinal);
        foreach (var finding in report.Findings) counts[finding.Kind] = counts.GetValueOrDefault(finding.Kind) + 1;
        var found = string.Join(", ", counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}{(pair.Value == 1 ? string.Empty : "s")}"));
        return report.Findings.Count == 0
            ? $"✓ {found}, prices as the file has them"
            : $"{(report.Verdict == QualityVerdict.Good ? '○' : '!')} {found}, kept as they are; dividends as the file has them";
    }
}
