using System.Globalization;
using System.Text;

namespace Gauntlet.Proofs.Training;

/// <summary>The proof as one HTML file that needs nothing else.</summary>
internal static class TrainingPage
{
    private const string Style = """
        :root { --page: #ffffff; --ink: #141a22; --muted: #566070; --rule: #d9dfe7; --none: #8a5a00; --edge: #1457c8; --line: #8f1d14; }
        @media (prefers-color-scheme: dark) { :root { --page: #10151c; --ink: #e7ebf1; --muted: #a4aebb; --rule: #2b3440; --none: #ecc94b; --edge: #5b9bff; --line: #ff7a5c; } }
        body { margin: 0 auto; padding: 24px; max-width: 1000px; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; }
        h1 { font-size: 25px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 18px; margin: 36px 0 4px; }
        .note { color: var(--muted); font-size: 13px; margin: 0 0 8px; } .note b { color: var(--ink); font-weight: 600; } figure { margin: 16px 0 0; } svg { display: block; width: 100%; height: 90px; overflow: visible; } svg path { vector-effect: non-scaling-stroke; }
        svg .axis { stroke: var(--rule); } svg .limit { stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 5 4; } svg .none { fill: var(--none); } svg .edge { fill: var(--edge); } .ticks { display: flex; justify-content: space-between; color: var(--muted); font-size: 13px; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: left; padding: 6px 14px 6px 0; border-top: 1px solid var(--rule); font-weight: 400; white-space: nowrap; } tbody th { white-space: normal; min-width: 150px; } thead th { color: var(--muted); border: 0; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } tr.ours th { font-weight: 600; }
        """;

    public static string Render(IReadOnlyList<ProofCandidate?> nulls, IReadOnlyList<ProofCandidate?> planted, IReadOnlyList<RuleCount> rules, IReadOnlyList<FailedCheck> failed, long seed)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What gets through Gate 1</title><style>{Style}</style></head><body>
            <h1>{Headline(rules)}</h1>
            <p class="note">{nulls.Count:N0} studies of markets without an edge and {planted.Count:N0} with a planted trend, {ProofStudy.Trials} trials of sma-cross each on {ProofStudy.Bars:N0} hourly bars; the best trial of each is judged. Seed {seed}.</p>
            <h2>Deflated Sharpe ratio of the best trial</h2>
            <p class="note">Probability that the candidate is better than the luckiest of its trials. Gate 1 asks for 0.95.</p>
            """);
        Histogram.Append(page, [Deflated(nulls), Deflated(planted)], 0, 1, 0.95, "deflated Sharpe ratio");
        page.Append("""<h2>The same trials as they look without a discount</h2><p class="note">Annual Sharpe ratio of the folds that the trial was chosen by. The old system's strictest limit was 0.3.</p>""");
        Histogram.Append(page, [Chosen(nulls), Chosen(planted)], -4, 8, 0.3, "annual Sharpe ratio in training");
        Rules(page, rules);
        Checks(page, failed, nulls.Count, planted.Count);
        return page.Append("</body></html>\n").ToString();
    }

    private static string Headline(IReadOnlyList<RuleCount> rules)
    {
        var old = rules.Where(rule => !rule.Ours).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"The statistics of Gate 1 let {rules[0].NullPassed:N0} of {rules[0].NullCount:N0} candidates without an edge through and {rules[0].PlantedPassed:N0} of {rules[0].PlantedCount:N0} with one; the old rules let {old.Min(rule => rule.NullShare):P0} to {old.Max(rule => rule.NullShare):P0} of those without through").Replace(" %", "\u00a0%", StringComparison.Ordinal);
    }

    private static List<double> Deflated(IEnumerable<ProofCandidate?> candidates) => [.. candidates.Select(c => c?.Deflated ?? 0)];

    private static List<double> Chosen(IEnumerable<ProofCandidate?> candidates) => [.. candidates.OfType<ProofCandidate>().Select(c => c.ChosenSharpe)];

    private static void Rules(StringBuilder page, IReadOnlyList<RuleCount> rules)
    {
        page.Append("""<h2>What each rule lets through</h2><p class="note">Counts, shares and their 95 % Wilson intervals. The rules of the old system tightened with its number of trials; they are shown on the bars of training, as it ran them, and on held-out ones, as it meant to. A study without any trial worth proposing counts as rejected.</p><div class="scroll"><table><thead><tr><th>rule</th><th class="n">without an edge</th><th class="n">95 %</th><th class="n">with an edge</th><th class="n">95 %</th></tr></thead><tbody>""");
        foreach (var rule in rules)
        {
            page.Append(CultureInfo.InvariantCulture, $"""<tr class="{(rule.Ours ? "ours" : "old")}"><th scope="row">{rule.Rule}</th><td class="n">{rule.NullPassed:N0} ({rule.NullShare:P1})</td><td class="n">{rule.NullInterval.Low:P1} – {rule.NullInterval.High:P1}</td><td class="n">{rule.PlantedPassed:N0} ({rule.PlantedShare:P1})</td><td class="n">{rule.PlantedInterval.Low:P1} – {rule.PlantedInterval.High:P1}</td></tr>""");
        }

        page.Append("</tbody></table></div>");
    }

    private static void Checks(StringBuilder page, IReadOnlyList<FailedCheck> failed, int nulls, int planted)
    {
        page.Append("""<h2>Which checks reject</h2><p class="note">Candidates that fail each check of Gate 1; one may fail several. Overfitting of the search is measured only where deflation passes.</p><div class="scroll"><table><thead><tr><th>check</th><th class="n">without an edge</th><th class="n">with an edge</th></tr></thead><tbody>""");
        foreach (var check in failed)
        {
            page.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row">{check.Check}</th><td class="n">{check.Null:N0} of {nulls:N0}</td><td class="n">{check.Planted:N0} of {planted:N0}</td></tr>""");
        }

        page.Append("</tbody></table></div>");
    }
}
