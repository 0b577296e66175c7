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
        Gate1(page, card);
        Gate2(page, card);
        Gate3(page, card);
        Decision(page, candidate);
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

    private static void Gate1(Markup page, Scorecard card)
    {
        if (Checks(page, card.Candidate, Gate.Gate1) is not { } gate) return;
        var deflated = gate.Checks.FirstOrDefault(check => check.Name == "deflated-sharpe-ratio");
        DeflationChart.Draw(page, card.Deflation, card.Study.CentralCount, deflated?.Threshold);
        page.Element("h3", "Cost stress on the hold-out");
        Tables.Rows(page, ["costs", "return", "Sharpe ratio a year"], card.Costs.Select(cost => (string[])[$"× {Numbers.Ratio(cost.Factor)}", Numbers.Percent(cost.ReturnFraction, signed: true), Numbers.Ratio(cost.SharpeRatio)]));
        page.Element("h3", "Neighbourhood").Element("p class=\"note\"", "Each number a tenth of its range down and up, the others as they are; annual Sharpe ratio over folds and hold-out.");
        Tables.Rows(page, ["parameter", "value", "Sharpe ratio a year"], card.Neighbours.Select(near => (string[])[near.Parameter, near.Value, Numbers.Ratio(near.SharpeRatio)]));
    }

    private static void Gate2(Markup page, Scorecard card)
    {
        if (Checks(page, card.Candidate, Gate.Gate2) is null) return;
        FanChart.Draw(page, card.Fan, card.Candidate.Scenarios.Count);
        RegimeChart.Draw(page, card.Candidate.Scenarios);
        WorstCharts.Draw(page, card.Worst);
    }

    private static void Gate3(Markup page, Scorecard card)
    {
        if (Checks(page, card.Candidate, Gate.Gate3) is not { } gate) return;
        EquityChart.Draw(page, card.Candidate.Paper, null, "paper", second: true);
        PaperTable.Draw(page, card.Candidate.PaperDays);
        if (gate.Caveat is { } caveat) page.Element("p class=\"caveat\"", $"! {caveat}");
    }

    // The verdict's heading and its checks; null where the gate was not reached.
    private static GateVerdict? Checks(Markup page, CandidateReport candidate, Gate gate)
    {
        if (candidate.Gates.FirstOrDefault(entry => entry.Gate == gate) is not { } verdict)
        {
            page.Element("h2", $"{VerdictText.Name(gate)}: ○ not reached");
            return null;
        }

        page.Element("h2", $"{VerdictText.Name(gate)}: {VerdictText.Of(verdict.Verdict)}{(verdict.Grade is { } grade ? $", grade {grade}" : string.Empty)}");
        if (verdict.Verdict is Skipped skipped) page.Element("p", skipped.Reason);
        if (verdict.Checks.Count > 0) CheckTable.Draw(page, verdict.Checks);
        return verdict;
    }

    private static void Decision(Markup page, CandidateReport candidate)
    {
        page.Element("h2", $"Promotion: {(candidate.Decision is null ? "○ not reached" : candidate.Decision.Promoted ? "✓ to the shadow stage" : "✕ refused")}").Raw("<ul>");
        foreach (var reason in candidate.Decision?.Reasons ?? []) page.Element("li", reason);
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
