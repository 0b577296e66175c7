using System.Globalization;
using System.Text;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>A scenario set as one HTML file that needs nothing else.</summary>
internal static class ScenarioPage
{
    private const string Style = """
        :root { --page: #ffffff; --ink: #141a22; --muted: #566070; --rule: #d9dfe7; --subject: #1457c8; --pass: #0a8560; --fail: #8f1d14; --band: #dfe6f2; --inner: #9db9ec; --middle: #c3d3f3; --outer: #e2eafa; }
        @media (prefers-color-scheme: dark) { :root { --page: #10151c; --ink: #e7ebf1; --muted: #a4aebb; --rule: #2b3440; --subject: #5b9bff; --pass: #9af2d8; --fail: #ff7a5c; --band: #263142; --inner: #2f5596; --middle: #233e6b; --outer: #1a2b47; } }
        body { margin: 0 auto; padding: 24px; max-width: 1000px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; }
        h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 18px; margin: 36px 0 4px; }
        .note { color: var(--muted); font-size: 13px; margin: 0 0 8px; } svg { display: block; width: 100%; height: auto; } svg text { font: 13px system-ui, "Liberation Sans", sans-serif; fill: var(--muted); } svg text.strong { fill: var(--ink); }
        .band { fill: var(--band); } circle.pass { fill: var(--pass); } circle.fail { fill: var(--fail); } .outer { fill: var(--outer); } .middle { fill: var(--middle); } .inner { fill: var(--inner); } .median, .path { fill: none; stroke: var(--subject); stroke-width: 1.6; } .axis { stroke: var(--rule); }
        .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 24px; } figure { margin: 0; } figcaption { font-size: 13px; color: var(--muted); }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: right; padding: 6px 0 6px 14px; border-top: 1px solid var(--rule); font-weight: 400; white-space: nowrap; font-variant-numeric: tabular-nums; } th:first-child { text-align: left; padding-left: 0; } thead th { color: var(--muted); border: 0; }
        """;

    public static string Render(ScenarioEvidence evidence)
    {
        var page = new StringBuilder();
        var (residual, walras, homogeneity) = evidence.Worst;
        var held = evidence.Baseline.Judged - evidence.Baseline.Broken.Count;
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Scenario set {evidence.Set.ContentHash()[..8]}</title><style>{Style}</style></head><body>
            <h1>{(evidence.Holds ? "✓ Accepted" : "✕ Not accepted")}: {held} of {evidence.Baseline.Judged} stylised facts lie inside their bands, {evidence.Macro.Count} of {evidence.Macro.Count} shocks have an equilibrium</h1>
            <p class="note">{evidence.Set.Count} scenarios of {evidence.Set.Bars} bars of {evidence.Set.Market.Symbol}, seed {evidence.Set.Seed}, set {evidence.Set.ContentHash()}. Textbook economy in the short run: capital stays, real wages are fixed. Largest residual {residual:E0}, Walras {walras:E0}, homogeneity {homogeneity:E0}. Worst twentieth: crises {100 * evidence.WorstCrises:F0} %, windows of history {100 * evidence.WorstWindows:F0} %.</p>
            <h2>Paths by regime</h2><p class="note">Growth of 1 on a log scale that all panels share; bands hold 50, 80 and 98 % of the paths, the rule is no gain.</p><div class="grid">
            """);
        var (low, high) = (Math.Max(0.15, evidence.Paths.Min(path => path.Path.Min())), Math.Min(3, evidence.Paths.Max(path => path.Path.Max())));
        foreach (var regime in Enum.GetValues<Regime>()) ScenarioCharts.Fan(page, regime, [.. evidence.Paths.Where(path => path.Regime == regime)], low, high);
        page.Append("""</div><h2>The six worst paths</h2><div class="grid">""");
        foreach (var path in evidence.Paths.OrderBy(path => path.ReturnFraction).Take(6)) ScenarioCharts.Worst(page, path, evidence.Macro[path.Index], low, high);
        page.Append("</div>");
        Regimes(page, evidence);
        page.Append(CultureInfo.InvariantCulture, $"""<h2>Facts in usual times</h2><p class="note">Median over {evidence.Baseline.Scenarios} baseline scenarios beside the band that a faithful generator leaves with any fact once in twenty sets (measured {evidence.Baseline.Bands.VerifiedFalseAlarm:P1}); history holds {evidence.Baseline.Bands.IndependentWindows:F0} windows side by side.</p>""");
        ScenarioCharts.Facts(page, evidence.Baseline);
        page.Append(CultureInfo.InvariantCulture, $"""<h2>Facts of the whole mix</h2><p class="note">The same over all {evidence.Mixed.Scenarios} scenarios, by bands that are left once in a hundred sets (measured {evidence.Mixed.Bands.VerifiedFalseAlarm:P1}).</p>""");
        ScenarioCharts.Facts(page, evidence.Mixed);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Regimes(StringBuilder page, ScenarioEvidence evidence)
    {
        static string Three(double[] values) => string.Create(CultureInfo.InvariantCulture, $"{values[0]:F1} / {values[1]:F1} / {values[2]:F1}");
        page.Append("""<h2>From shock to price</h2><p class="note">Per cent against the base year; 5, 50 and 95 % of the scenarios, medians where there is one number.</p><div class="scroll"><table><thead><tr><th>regime</th><th>n</th><th>output</th><th>profit</th><th>employment</th><th>level</th><th>return</th><th>drawdown</th><th>sd a bar</th></tr></thead><tbody>""");
        foreach (var one in evidence.Regimes)
            page.Append(CultureInfo.InvariantCulture, $"""<tr><th>{one.Regime}</th><td>{one.Count}</td><td>{Three(one.Output)}</td><td>{one.Profit:F1}</td><td>{one.Employment:F1}</td><td>{Three(one.Level)}</td><td>{Three(one.Return)}</td><td>{Three(one.Drawdown)}</td><td>{one.Deviation:F2}</td></tr>""");
        page.Append("</tbody></table></div>");
    }
}
