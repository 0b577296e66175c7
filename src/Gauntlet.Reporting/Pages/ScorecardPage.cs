using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The scorecard of one candidate as one HTML file: verdict, the deciding gate's checks, then each gate's pictures, and the chain of proof.</summary>
public static class ScorecardPage
{
    /// <summary>Renders a scorecard; the same evidence gives the same bytes.</summary>
    /// <param name="card">The evidence.</param>
    /// <param name="codeVersion">Version of the code that renders, for the footer.</param>
    public static string Render(Scorecard card, string codeVersion)
    {
        var (study, candidate) = (card.Study, card.Candidate);
        var page = new Markup();
        PageFrame.Head(page, $"{candidate.Key}: scorecard");
        page.Raw("<header><p class=\"kicker\">").Text($"Candidate scorecard · {study.Plan.Strategy} on {study.Plan.Market.Name} · policy {study.Plan.Policy}").Raw("</p>").Element("h1", $"{candidate.Key}");
        var sentence = VerdictText.Sentence(candidate, study.CentralCount);
        page.Element($"p class=\"verdict {sentence[0] switch { '✓' => "pass", '✕' or '▣' => "fail", _ => "open" }}\"", sentence);
        page.Element("p class=\"parameters\"", string.Join(" · ", candidate.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));
        Figures(page, candidate);
        page.Raw("</header>\n<main id=\"main\">\n");
        EquityChart.Draw(page, candidate.Backtest, study.Plan.HoldOut.From, $"candidate {candidate.Key.Trial}");
        var deciding = GateSections.Deciding(candidate);
        if (deciding is { } gate) GateSections.Draw(page, card, gate);
        Changes(page, card);
        foreach (var other in Enum.GetValues<Gate>().Order().Where(other => other != deciding)) GateSections.Fold(page, card, other);
        ProofSection.Draw(page, card);
        page.Raw("</main>\n");
        PageFrame.Footer(page, Identity(card, codeVersion));
        return page.Raw("</body>\n</html>\n").ToString();
    }

    private static void Figures(Markup page, CandidateReport candidate)
    {
        page.Raw("<dl class=\"figures\">");
        foreach (var gate in (Gate[])[Gate.Gate1, Gate.Gate2, Gate.Gate3])
        {
            var verdict = candidate.Gates.FirstOrDefault(entry => entry.Gate == gate);
            PageFrame.Figure(page, VerdictText.Name(gate), VerdictText.Of(verdict?.Verdict), verdict is null ? "no evidence" : $"{verdict.Checks.Count(check => check.Passed)} of {verdict.Checks.Count} checks");
        }

        PageFrame.Figure(page, "Promotion", candidate.Decision is null ? "○ not reached" : candidate.Decision.Promoted ? "✓ promoted" : "✕ refused", $"grade {candidate.Decision?.Grade ?? "–"}");
        page.Raw("</dl>\n");
    }

    private static void Changes(Markup page, Scorecard card)
    {
        if (ChangeText.Of(card.Candidate) is not { Count: > 0 } changes) return;
        var failed = card.Candidate.Gates.Any(gate => gate.Checks.Any(check => !check.Passed));
        page.Element("h2", "What would change the verdict").Element("p class=\"note\"", failed ? "Each failed check, the nearest to its limit first:" : "Nothing failed; the checks nearest to their limits:").Raw("<ul>");
        foreach (var change in changes) page.Element("li", change);
        foreach (var (policy, decision) in card.OtherPolicies)
            page.Element("li", $"Under {policy} the stored evidence is {(decision.Promoted ? "✓ promoted" : $"✕ refused: {decision.Reasons[0]}{(decision.Reasons.Count > 1 ? $" (and {decision.Reasons.Count - 1} more)" : string.Empty)}")}");
        page.Raw("</ul>\n");
    }

    private static (string Name, string Value)[] Identity(Scorecard card, string codeVersion)
    {
        var (plan, key) = (card.Study.Plan, card.Candidate.Key);
        return
        [
            ("data", plan.Market.DataHash), ("training window", plan.Training.Hash), ("hold-out window", plan.HoldOut.Hash), ("paper window", plan.Paper.Hash), ("study", plan.Study), ("trial", Numbers.Count(key.Trial)),
            ("artifact", key.Artifact), ("policy", plan.Policy), ("seed", Numbers.Count(plan.Seed)), ("code", codeVersion), ("evidence digest", card.Study.Digest ?? "open"), ("made by", $"gauntlet show {key} --report FILE.html"),
            ("judge again", $"gauntlet judge {key} --policy classic@1"),
        ];
    }
}
