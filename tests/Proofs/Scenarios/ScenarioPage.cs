using System.Globalization;
using System.Text;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Bars;

namespace Gauntlet.Proofs.Scenarios;

/// <summary>A scenario set as one HTML file that needs nothing else.</summary>
internal static class ScenarioPage
{
    private const string Style = """
        :root { --page: #ffffff; --ink: #141a22; --muted: #566070; --rule: #d9dfe7; --subject: #1457c8; --pass: #0a8560; --fail: #8f1d14; --band: #cfdaed; --inner: #9db9ec; --middle: #c3d3f3; --outer: #e2eafa; }
        @media screen and (prefers-color-scheme: dark) { :root { --page: #10151c; --ink: #e7ebf1; --muted: #a4aebb; --rule: #2b3440; --subject: #5b9bff; --pass: #9af2d8; --fail: #ff7a5c; --band: #34445d; --inner: #2f5596; --middle: #233e6b; --outer: #1a2b47; } }
        * { box-sizing: border-box; } body { margin: 0 auto; padding: 24px; max-width: 1080px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 18px; margin: 36px 0 4px; }
        .note { color: var(--muted); font-size: 13px; margin: 0 0 8px; } svg { display: block; width: 100%; height: auto; } svg text { font: 12px system-ui, "Liberation Sans", sans-serif; fill: var(--muted); }
        .outer { fill: var(--outer); } .middle { fill: var(--middle); } .inner { fill: var(--inner); } .median { fill: none; stroke: var(--subject); stroke-width: 1.6; } .axis { stroke: var(--rule); } .one { stroke: var(--muted); }
        .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 24px; } .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 24px 40px; } figure { margin: 0; min-width: 0; } figcaption { font-size: 13px; color: var(--muted); margin-bottom: 4px; }
        .strip { display: grid; grid-template-columns: 104px 1fr 132px; gap: 8px; align-items: center; font-size: 13px; } .strip svg { height: 30px; } .strip path { fill: none; stroke: var(--muted); stroke-width: 1; vector-effect: non-scaling-stroke; opacity: .55; } .strip .centre { stroke: var(--subject); stroke-width: 3; opacity: 1; } .strip .tail { stroke: var(--fail); stroke-width: 3; opacity: 1; } .ends { display: flex; justify-content: space-between; color: var(--muted); } .value { color: var(--muted); font-variant-numeric: tabular-nums; }
        .fact { display: grid; grid-template-columns: 250px 1fr 190px; gap: 14px; align-items: center; min-height: 28px; font-size: 14px; } .bar { position: relative; height: 14px; border-bottom: 1px solid var(--rule); } .bar i { position: absolute; inset: 1px auto 1px auto; background: var(--band); } .bar b { position: absolute; top: 2px; width: 10px; height: 10px; margin-left: -5px; border-radius: 5px; } .bar b.pass { background: var(--pass); } .bar b.fail { background: var(--fail); border-radius: 0; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: right; padding: 6px 0 6px 10px; border-top: 1px solid var(--rule); font-weight: 400; white-space: nowrap; font-variant-numeric: tabular-nums; } th:first-child { text-align: left; padding-left: 0; } thead th { color: var(--muted); border: 0; } summary { cursor: pointer; margin-top: 12px; min-height: 32px; }
        @media (max-width: 600px) { body { padding: 16px; } .fact { grid-template-columns: 1fr; gap: 2px; padding: 6px 0; } .strip { grid-template-columns: 92px 1fr; } .strip .value { grid-column: 2; } .pair { grid-template-columns: 1fr; } table:not(.wide) { font-size: 12px; } table:not(.wide) th, table:not(.wide) td { padding-left: 6px; } thead th { white-space: normal; overflow-wrap: normal; }
          .wide thead { display: none; } .wide tr { display: block; border-top: 1px solid var(--rule); padding: 8px 0; } .wide th, .wide td { display: flex; justify-content: space-between; gap: 12px; border: 0; padding: 2px 0; } .wide td::before { content: attr(data-name); color: var(--muted); } }
        """;

    public static string Render(ScenarioEvidence evidence)
    {
        var page = new StringBuilder();
        var (residual, walras, homogeneity) = evidence.Worst;
        var (held, hash) = (evidence.Baseline.Judged - evidence.Baseline.Broken.Count, evidence.Set.ContentHash());
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Scenario set {hash[..8]}</title><style>{Style}</style></head><body><main>
            <h1>{(evidence.Holds ? "✓ Accepted" : "✕ Not accepted")}: {held} of {evidence.Baseline.Judged} stylised facts lie inside their bands, {evidence.Macro.Count} of {evidence.Macro.Count} shocks have an equilibrium</h1>
            <p class="note">{evidence.Set.Count} scenarios of {evidence.Set.Bars} bars of {evidence.Set.Market.Symbol}, {string.Join(", ", evidence.Regimes.Select(one => $"{one.Regime} {one.Count}"))}; model {evidence.Set.Model}, seed {evidence.Set.Seed}, set {hash}. Textbook economy in the short run: capital stays, real wages are fixed. Largest residual {residual:0e-0}, Walras {walras:0e-0}, homogeneity {homogeneity:0e-0}. Worst twentieth: crises {ScenarioCharts.Percent(evidence.WorstCrises)}, windows of history {ScenarioCharts.Percent(evidence.WorstWindows)}.</p>
            <p class="note">{Calibrated(evidence.Set.Market)}</p>
            <h2>Paths by regime</h2><p class="note">Growth of 1 on a log scale that all panels share; bands hold 50, 80 and 98 % of the paths.</p><div class="grid">
            """);
        var (low, high) = (Math.Max(0.02, evidence.Paths.Min(path => path.Path.Min())) / 1.05, Math.Min(5, evidence.Paths.Max(path => path.Path.Max())) * 1.05);
        foreach (var regime in Enum.GetValues<Regime>()) ScenarioCharts.Fan(page, regime, [.. evidence.Paths.Where(path => path.Regime == regime)], low, high);
        page.Append("""</div><h2>Returns and drawdowns by regime</h2><p class="note">A mark a path; blue is the median, red the worst twentieth.</p><div class="pair">""");
        ScenarioCharts.Strips(page, "return of buy-and-hold", evidence.Paths, path => path.ReturnFraction, 0.05);
        ScenarioCharts.Strips(page, "largest drawdown", evidence.Paths, path => path.MaxDrawdownFraction, 0.95);
        page.Append("""</div><h2>The six worst paths</h2><div class="grid">""");
        foreach (var path in evidence.Paths.OrderBy(path => path.ReturnFraction).Take(6)) ScenarioCharts.Worst(page, path, evidence.Macro[path.Index], low, high);
        page.Append("</div>");
        Regimes(page, evidence);
        page.Append(CultureInfo.InvariantCulture, $"""<h2>Facts in usual times</h2><p class="note">Median over {evidence.Baseline.Scenarios} baseline scenarios beside the band that a faithful generator leaves with any fact once in twenty sets (measured {evidence.Baseline.Bands.VerifiedFalseAlarm:P1}); history holds {evidence.Baseline.Bands.IndependentWindows:F0} windows side by side.</p>""");
        ScenarioCharts.Facts(page, evidence.Baseline);
        page.Append(CultureInfo.InvariantCulture, $"""<h2>Facts of the whole mix</h2><p class="note">The same over all {evidence.Mixed.Scenarios} scenarios, by bands that are left once in a hundred sets (measured {evidence.Mixed.Bands.VerifiedFalseAlarm:P1}).</p>""");
        ScenarioCharts.Facts(page, evidence.Mixed);
        Models(page, evidence);
        return page.Append("</main></body></html>\n").ToString();
    }

    private static string Calibrated(MarketCalibration market)
    {
        var clusters = market.Clusters ?? VolatilityShape.Index;
        return string.Create(CultureInfo.InvariantCulture, $"From the training window: deviation of a bar {100 * market.Volatility:F2} %, news α {clusters.Reaction:F3}, asymmetry c {clusters.Asymmetry:F2}, tails ν {clusters.Freedom}, share of gaps {market.GapShare:F2}, drift {market.Drift ?? 0:F2} deviations a year.");
    }

    // Where every model stands, in numbers: what the pictures show, and what history itself gives.
    private static void Models(StringBuilder page, ScenarioEvidence evidence)
    {
        page.Append("""<details><summary>The facts in numbers, and those of replays and block bootstraps of the same history</summary><div class="scroll"><table class="wide"><thead><tr><th>fact</th><th>band 5 %</th><th>baseline</th><th>band 1 %</th><th>whole mix</th><th>replay</th><th>block bootstrap</th></tr></thead><tbody>""");
        for (var i = 0; i < evidence.Baseline.Findings.Count; i++)
        {
            var (usual, mixed) = (evidence.Baseline.Findings[i], evidence.Mixed.Findings[i]);
            page.Append(CultureInfo.InvariantCulture, $"""<tr><th>{FactWords.Of(usual.Fact)}</th><td data-name="band 5 %">{ScenarioCharts.Number(usual.Band.Low)} … {ScenarioCharts.Number(usual.Band.High)}</td><td data-name="baseline">{ScenarioCharts.Number(usual.Median)}</td><td data-name="band 1 %">{ScenarioCharts.Number(mixed.Band.Low)} … {ScenarioCharts.Number(mixed.Band.High)}</td><td data-name="whole mix">{ScenarioCharts.Number(mixed.Median)}</td><td data-name="replay">{ScenarioCharts.Number(evidence.Replayed.Findings[i].Median)}</td><td data-name="block bootstrap">{ScenarioCharts.Number(evidence.Resampled.Findings[i].Median)}</td></tr>""");
        }

        page.Append("</tbody></table></div></details>");
    }

    private static void Regimes(StringBuilder page, ScenarioEvidence evidence)
    {
        static string Three(double[] values) => string.Create(CultureInfo.InvariantCulture, $"{values[0]:F1} / {values[1]:F1} / {values[2]:F1}").Replace('-', '\u2212');
        static string One(double value) => value.ToString("F1", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        page.Append("""<h2>From shock to price</h2><p class="note">Per cent against the base year; 5, 50 and 95 % of the scenarios, medians where there is one number.</p><div class="scroll"><table class="wide"><thead><tr><th>regime</th><th>n</th><th>output</th><th>profit</th><th>employment</th><th>level</th><th>return</th><th>drawdown</th><th>sd a bar</th></tr></thead><tbody>""");
        foreach (var one in evidence.Regimes)
            page.Append(CultureInfo.InvariantCulture, $"""<tr><th>{one.Regime}</th><td data-name="n">{one.Count}</td><td data-name="output">{Three(one.Output)}</td><td data-name="profit">{One(one.Profit)}</td><td data-name="employment">{One(one.Employment)}</td><td data-name="level">{Three(one.Level)}</td><td data-name="return">{Three(one.Return)}</td><td data-name="drawdown">{Three(one.Drawdown)}</td><td data-name="sd a bar">{one.Deviation:F2}</td></tr>""");
        page.Append("</tbody></table></div>");
        page.Append("""<h2>What each kind of shock does to output</h2><p class="note">Per cent, median of the scenarios, with the shocks of the other kinds left out. Investment is what is saved, so demand moves profits between sectors rather than output.</p><div class="scroll"><table><thead><tr><th>regime</th>""");
        foreach (var kind in evidence.Regimes[0].OutputByKind.Keys) page.Append(CultureInfo.InvariantCulture, $"<th>{kind}</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var one in evidence.Regimes)
            page.Append(CultureInfo.InvariantCulture, $"""<tr><th>{one.Regime}</th>{string.Concat(one.OutputByKind.Values.Select(change => $"<td>{ScenarioCharts.Number(change)}</td>"))}</tr>""");
        page.Append("</tbody></table></div>");
    }
}
