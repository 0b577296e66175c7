using System.Globalization;
using System.Text;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Facts;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>The pictures of a scenario set.</summary>
internal static class ScenarioCharts
{
    /// <summary>A row a fact: its band as a bar, the set's median as a mark.</summary>
    public static void Facts(StringBuilder page, FactReport report)
    {
        const double Row = 26, Left = 200, Width = 940, Right = 760;
        page.Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {Width} {(report.Findings.Count * Row) + 6}" role="img" aria-label="Each fact of the set beside the band of the market">""");
        for (var i = 0; i < report.Findings.Count; i++)
        {
            var (finding, y) = (report.Findings[i], (i * Row) + 14);
            var (low, high) = (finding.Band.Low, finding.Band.High);
            var half = Math.Max((high - low) / 2, 1e-9) * 2.2;
            double X(double value) => Left + (Math.Clamp((value - ((low + high) / 2) + half) / (2 * half), 0, 1) * (Right - Left));
            page.Append(CultureInfo.InvariantCulture, $"""<text class="strong" x="0" y="{y + 4}">{finding.Fact}</text><rect class="band" x="{X(low):F1}" y="{y - 6}" width="{X(high) - X(low):F1}" height="12"/><circle class="{(finding.Holds ? "pass" : "fail")}" cx="{X(finding.Median):F1}" cy="{y}" r="5"/><text x="{Right + 14}" y="{y + 4}">{(finding.Holds ? "✓" : "✕")} {finding.Median:F2} in {low:F2} … {high:F2}</text>""");
        }

        page.Append("</svg>");
    }

    /// <summary>Paths of a regime: the middle half, four fifths and 98 %, and the median.</summary>
    public static void Fan(StringBuilder page, Regime regime, IReadOnlyList<MeasuredScenario> paths, double low, double high)
    {
        const double Width = 300, Height = 180;
        var length = paths[0].Path.Count;
        double X(int bar) => bar * Width / (length - 1);
        double Y(double value) => Height - ((Math.Log(value) - Math.Log(low)) / (Math.Log(high) - Math.Log(low)) * Height);
        var sorted = Enumerable.Range(0, length).Select(bar => paths.Select(path => path.Path[bar]).Order().ToArray()).ToArray();
        string Line(double quantile, bool back)
        {
            var bars = Enumerable.Range(0, (length + 2) / 3).Select(i => Math.Min(3 * i, length - 1));
            return string.Join(' ', (back ? bars.Reverse() : bars).Select(bar => string.Create(CultureInfo.InvariantCulture, $"{X(bar):F1},{Math.Clamp(Y(Quantile.OfSorted(sorted[bar], quantile)), 0, Height):F1}")));
        }

        var median = Quantile.OfSorted(sorted[^1], 0.5) - 1;
        page.Append(CultureInfo.InvariantCulture, $"""<figure><figcaption>{regime.ToString().ToLowerInvariant()}, {paths.Count} paths, median {100 * median:F0} %</figcaption><svg viewBox="0 0 {Width} {Height}" role="img" aria-label="Fan of {regime}">""");
        foreach (var (tail, name) in new[] { (0.01, "outer"), (0.1, "middle"), (0.25, "inner") })
            page.Append(CultureInfo.InvariantCulture, $"""<polygon class="{name}" points="{Line(tail, false)} {Line(1 - tail, true)}"/>""");
        page.Append(CultureInfo.InvariantCulture, $"""<polyline class="median" points="{Line(0.5, false)}"/><line class="axis" x1="0" x2="{Width}" y1="{Y(1):F1}" y2="{Y(1):F1}"/></svg></figure>""");
    }

    /// <summary>One path among the worst.</summary>
    public static void Worst(StringBuilder page, MeasuredScenario path, MacroOutcome macro, double low, double high)
    {
        const double Width = 300, Height = 120;
        double Y(double value) => Height - ((Math.Log(value) - Math.Log(low)) / (Math.Log(high) - Math.Log(low)) * Height);
        var points = string.Join(' ', path.Path.Select((value, bar) => string.Create(CultureInfo.InvariantCulture, $"{bar * Width / (path.Path.Count - 1):F1},{Math.Clamp(Y(value), 0, Height):F1}")));
        page.Append(CultureInfo.InvariantCulture, $"""<figure><figcaption>#{path.Index} {path.Regime.ToString().ToLowerInvariant()}, {100 * path.ReturnFraction:F0} %; foreign saving × {macro.Shock.ForeignSaving:F2}, output {100 * macro.Shift.Output:F1} %</figcaption><svg viewBox="0 0 {Width} {Height}" role="img" aria-label="Path {path.Index}"><line class="axis" x1="0" x2="{Width}" y1="{Y(1):F1}" y2="{Y(1):F1}"/><polyline class="path" points="{points}"/></svg></figure>""");
    }
}
