using System.Globalization;
using System.Text;

namespace Gauntlet.Proofs.Gates;

/// <summary>The proof as one HTML file that needs nothing else: for each policy and kind, how many get how far.</summary>
internal static class GatesPage
{
    private const string Style = """
        :root { --page: #ffffff; --ink: #141a22; --muted: #566070; --rule: #e1e6ed; --bad: #8f1d14; --good: #0a8560; --faint: #868f9c; }
        @media screen and (prefers-color-scheme: dark) { :root { --page: #10151c; --ink: #e7ebf1; --muted: #a4aebb; --rule: #2b3440; --bad: #e8502a; --good: #9af2d8; --faint: #b4bcc8; } }
        body { margin: 0 auto; padding: 24px; max-width: 1000px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; }
        h1 { font-size: 25px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 19px; margin: 44px 0 4px; }
        .note { color: var(--muted); font-size: 13px; margin: 0 0 8px; } .scroll { overflow-x: auto; }
        .kind { display: grid; grid-template-columns: 180px 1fr; gap: 4px 16px; align-items: center; margin: 0 0 14px; font-size: 13px; color: var(--muted); } .kind b { display: block; font-weight: 400; color: var(--ink); } .step { display: flex; align-items: center; gap: 6px; line-height: 17px; white-space: nowrap; } .step i { height: 13px; flex: none; } @media (max-width: 600px) { .kind { grid-template-columns: 1fr; } }
        .seen { background: var(--rule); } .through { background: var(--faint); } .bad { background: var(--bad); } .good { background: var(--good); }
        table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: left; padding: 6px 14px 6px 0; border-top: 1px solid var(--rule); font-weight: 400; white-space: nowrap; } thead th { color: var(--muted); border: 0; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
        """;

    public static string Render(IReadOnlyList<KindCount> counts, double falsePositives, double falseNegatives, long seed)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Who passes which gate</title><style>{Style}</style></head><body>
            <h1>Under rigorous limits {falsePositives:P1} of the bad candidates are promoted and {falseNegatives:P1} of the good ones are lost</h1>
            <p class="note">{counts.Where(count => count.Policy == counts[0].Policy).Sum(count => count.Candidates)} candidates of known truth, each the best of {GatesStudy.Trials} trials on a made market of {MarketOf.Bars} hourly bars, through all three gates under both policies. Seed {seed}.</p>
            """);
        foreach (var policy in counts.GroupBy(count => count.Policy, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"""<h2>{policy.Key}</h2><p class="note">Four bars a kind: proposed by training, passed Gate 1, passed Gate 2, promoted. Shares of all candidates of the kind; a promoted bad candidate is red.</p><div class="scroll">""");
            Chart(page, [.. policy]);
            page.Append("</div>");
            Table(page, [.. policy]);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Chart(StringBuilder page, List<KindCount> counts)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            var count = counts[i];
            page.Append(CultureInfo.InvariantCulture, $"""<div class="kind"><div><b>{count.Name}</b>{count.Candidates} candidates</div><div>""");
            (string Label, int Value, string Class)[] bars =
            [
                ("proposed", count.Proposed, "seen"),
                ("Gate 1", count.PassedGate1, "through"),
                ("Gate 2", count.PassedGate2, "through"),
                ("promoted", count.Promoted, count.Catcher is null ? "good" : "bad"),
            ];
            foreach (var (label, value, style) in bars)
            {
                var share = (double)value / count.Candidates;
                // The words stand beside the bar, so it leaves them their width.
                page.Append(CultureInfo.InvariantCulture, $"""<div class="step"><i class="{style}" style="width:max(1px, calc((100% - 176px) * {share:F4}))"></i>{label} {value} ({share:P1})</div>""");
            }

            page.Append("</div></div>");
        }
    }

    private static void Table(StringBuilder page, List<KindCount> counts)
    {
        page.Append("""<details><summary>Which checks reject</summary><div class="scroll"><table><thead><tr><th>kind</th><th>check</th><th>candidates</th></tr></thead><tbody>""");
        foreach (var count in counts)
        {
            foreach (var (check, failed) in count.FailedChecks.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"""<tr><td>{count.Name}</td><td>{check}</td><td class="n">{failed}</td></tr>""");
            }
        }

        page.Append("</tbody></table></div></details>");
    }
}
