using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Backtests;

/// <summary>A market that a back-test names, with what a check of its bars found.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Note">What the check found, with its glyph.</param>
internal sealed record TestedMarket(BarSeries Bars, string Note)
{
    /// <summary>Kinds that a page names even where there are none of them.</summary>
    private static readonly string[] Usual = ["gap", "outlier"];

    /// <summary>Reads a file, refused where it cannot be traded on, or makes a synthetic market.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static TestedMarket Read(string market, ulong seed, Invocation invocation)
    {
        if (SyntheticMarket.IsNamed(market)) return new(SyntheticMarket.Named(market, seed).Series, $"✓ synthetic, seed {seed}");
        var path = invocation.PathOf(market);
        if (!File.Exists(path)) throw CommandException.BadInput($"FILE is '{market}', which does not exist. Give the path of a CSV file of bars, or one of {string.Join(", ", SyntheticMarket.Names)}.");
        using var stream = File.OpenRead(path);
        var report = DataQuality.Check(stream, market);
        if (report.Series is { } series) return new(series, Words(report));
        // Says what is wrong as every other reader does.
        stream.Position = 0;
        return new(CsvBars.Read(stream, market), string.Empty);
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
