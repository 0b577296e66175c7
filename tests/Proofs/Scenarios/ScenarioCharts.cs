using System.Globalization;
using System.Text;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Facts;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>The pictures of a scenario set.</summary>
internal static class ScenarioCharts
{
    private const double Width = 320, Left = 34;
    private static readonly double[] Levels = [0.05, 0.1, 0.2, 0.5, 1, 2, 4];

    /// <summary>A row a fact: its band as a bar, the set's median as a mark.</summary>
    public static void Facts(StringBuilder page, FactReport report)
    {
        page.Append(CultureInfo.InvariantCulture, $"""<div class="facts" role="img" aria-label="{report.Judged - report.Broken.Count} of {report.Judged} facts of the set lie inside the band of the market">""");
        foreach (var finding in report.Findings)
        {
            var (low, high) = (finding.Band.Low, finding.Band.High);
            var half = Math.Max((high - low) / 2, 1e-9) * 2.2;
            double X(double value) => 100 * Math.Clamp((value - ((low + high) / 2) + half) / (2 * half), 0, 1);
            page.Append(CultureInfo.InvariantCulture, $"""<div class="fact"><span class="name">{FactWords.Of(finding.Fact)}</span><span class="bar"><i style="left:{X(low):F1}%;width:{X(high) - X(low):F1}%"></i><b class="{(finding.Holds ? "pass" : "fail")}" style="left:{X(finding.Median):F1}%"></b></span><span class="value">{(finding.Holds ? "✓" : "✕")} {Number(finding.Median)} in {Number(low)} … {Number(high)}</span></div>""");
        }

        page.Append("</div>");
    }

    /// <summary>Paths of a regime: the middle half, four fifths and 98 %, and the median.</summary>
    public static void Fan(StringBuilder page, Regime regime, IReadOnlyList<MeasuredScenario> paths, double low, double high)
    {
        const double Height = 180;
        var length = paths[0].Path.Count;
        double Y(double value) => Place(value, low, high, Height);
        var sorted = Enumerable.Range(0, length).Select(bar => paths.Select(path => path.Path[bar]).Order().ToArray()).ToArray();
        string Line(double quantile, bool back)
        {
            var bars = Enumerable.Range(0, (length + 2) / 3).Select(i => Math.Min(3 * i, length - 1));
            return string.Join(' ', (back ? bars.Reverse() : bars).Select(bar => Point(bar, length, Y(Quantile.OfSorted(sorted[bar], quantile)))));
        }

        var median = Quantile.OfSorted(sorted[^1], 0.5) - 1;
        Open(page, $"{regime.ToString().ToLowerInvariant()}, {paths.Count} paths, median {Percent(median)}", $"Fan of {regime}: median {Percent(median)}", Height);
        foreach (var (tail, name) in new[] { (0.01, "outer"), (0.1, "middle"), (0.25, "inner") })
            page.Append(CultureInfo.InvariantCulture, $"""<polygon class="{name}" points="{Line(tail, false)} {Line(1 - tail, true)}"/>""");
        Axes(page, low, high, Height, length);
        page.Append(CultureInfo.InvariantCulture, $"""<polyline class="median" points="{Line(0.5, false)}"/></svg></figure>""");
    }

    /// <summary>One path among the worst.</summary>
    public static void Worst(StringBuilder page, MeasuredScenario path, MacroOutcome macro, double low, double high)
    {
        const double Height = 130;
        var points = string.Join(' ', path.Path.Select((value, bar) => Point(bar, path.Path.Count, Place(value, low, high, Height))));
        Open(page, $"#{path.Index} {path.Regime.ToString().ToLowerInvariant()}, {Percent(path.ReturnFraction)}; output {Percent(macro.Shift.Output)} by {macro.Text}", $"Path {path.Index}: {Percent(path.ReturnFraction)}", Height);
        Axes(page, low, high, Height, path.Path.Count);
        page.Append(CultureInfo.InvariantCulture, $"""<polyline class="median" points="{points}"/></svg></figure>""");
    }

    /// <summary>A row a regime: a mark a path, its median and its worst twentieth.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="title">What is measured.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="measure">The measure, a fraction.</param>
    /// <param name="tail">Quantile that is the bad end: 0.05 of returns, 0.95 of drawdowns.</param>
    public static void Strips(StringBuilder page, string title, IReadOnlyList<MeasuredScenario> paths, Func<MeasuredScenario, double> measure, double tail)
    {
        var (low, high) = (paths.Min(measure), paths.Max(measure));
        double X(double value) => 1000 * (value - low) / (high - low);
        page.Append(CultureInfo.InvariantCulture, $"""<figure role="img" aria-label="{title} by regime"><figcaption>{title}</figcaption>""");
        foreach (var regime in paths.GroupBy(path => path.Regime).OrderBy(group => group.Key))
        {
            double[] values = [.. regime.Select(measure).Order()];
            var (median, worst) = (Quantile.OfSorted(values, 0.5), Quantile.OfSorted(values, tail));
            page.Append(CultureInfo.InvariantCulture, $"""<div class="strip"><span>{regime.Key.ToString().ToLowerInvariant()} {values.Length}</span><svg viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true"><path class="mark" d="{string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"M{X(value):F1} 9V21")))}"/><path class="centre" d="M{X(median):F1} 2V28"/><path class="tail" d="M{X(worst):F1} 2V28"/></svg><span class="value">{Percent(median)}, tail {Percent(worst)}</span></div>""");
        }

        page.Append(CultureInfo.InvariantCulture, $"""<div class="strip"><span></span><span class="ends"><span>{Percent(low)}</span><span>{Percent(high)}</span></span><span></span></div></figure>""");
    }

    /// <summary>A share in per cent, with a minus that is one.</summary>
    public static string Percent(double fraction, int decimals = 0) => string.Create(CultureInfo.InvariantCulture, $"{(100 * fraction).ToString($"F{decimals}", CultureInfo.InvariantCulture)}\u00a0%").Replace('-', '\u2212');

    /// <summary>A number of two decimals, with a minus that is one.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("F2", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    private static void Open(StringBuilder page, string caption, string label, double height) =>
        page.Append(CultureInfo.InvariantCulture, $"""<figure><figcaption>{caption}</figcaption><svg viewBox="0 0 {Width} {height + 18}" role="img" aria-label="{label}">""");

    private static void Axes(StringBuilder page, double low, double high, double height, int length)
    {
        foreach (var level in Levels.Where(level => level > low && level < high))
        {
            var y = Place(level, low, high, height);
            page.Append(CultureInfo.InvariantCulture, $"""<line class="{(level == 1 ? "one" : "axis")}" x1="{Left}" x2="{Width}" y1="{y:F1}" y2="{y:F1}"/><text x="{Left - 5}" y="{y + 4:F1}" text-anchor="end">{level}</text>""");
        }

        page.Append(CultureInfo.InvariantCulture, $"""<text x="{Left}" y="{height + 15}">0</text><text x="{Width}" y="{height + 15}" text-anchor="end">{length} bars</text>""");
    }

    private static string Point(int bar, int length, double y) => string.Create(CultureInfo.InvariantCulture, $"{Left + (bar * (Width - Left) / (length - 1)):F1},{y:F1}");

    private static double Place(double value, double low, double high, double height) => Math.Clamp(height - ((Math.Log(value) - Math.Log(low)) / (Math.Log(high) - Math.Log(low)) * height), 0, height);
}
