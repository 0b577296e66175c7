using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>The scorecard of one candidate.</summary>
internal static class CandidateSection
{
    public static void Draw(Markup page, CandidateReport candidate, int trials, bool open)
    {
        page.Raw($"<details class=\"candidate\"{(open ? " open" : string.Empty)}><summary>").Raw("<h2>").Text($"Candidate {candidate.Key}").Raw("</h2></summary>\n");
        var sentence = VerdictText.Sentence(candidate, trials);
        page.Element("p class=\"sentence\"", sentence);
        page.Element("p class=\"parameters\"", string.Join(" · ", candidate.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));
        foreach (var gate in candidate.Gates.OrderBy(gate => gate.Gate)) Gate(page, gate, candidate);
        if (candidate.Decision is { } decision)
        {
            page.Raw("<h3>").Text($"Promotion: {(decision.Promoted ? "✓ to the shadow stage" : "✕ refused")}").Raw("</h3><ul>");
            foreach (var reason in decision.Reasons) page.Element("li", reason);
            page.Raw("</ul>\n");
        }

        page.Raw("</details>\n");
    }

    private static void Gate(Markup page, GateVerdict gate, CandidateReport candidate)
    {
        var passed = gate.Checks.Count(check => check.Passed);
        page.Raw("<section>").Element("h3", $"{VerdictText.Name(gate.Gate)}: {VerdictText.Of(gate.Verdict)}, {passed} of {gate.Checks.Count} checks{(gate.Grade is { } grade ? $", grade {grade}" : string.Empty)} ({gate.Policy})");
        if (gate.Verdict is Faulted faulted) page.Element("p", faulted.Error);
        if (gate.Verdict is Skipped skipped) page.Element("p", skipped.Reason);
        if (gate.Checks.Count > 0) CheckTable.Draw(page, gate.Checks);
        if (gate.Gate == Contracts.Verdicts.Gate.Gate2) RegimeChart.Draw(page, candidate.Scenarios);
        if (gate.Gate == Contracts.Verdicts.Gate.Gate3)
        {
            EquityChart.Draw(page, candidate.Paper, null, "paper", second: true);
            PaperTable.Draw(page, candidate.PaperDays);
        }

        if (gate.Caveat is { } caveat) page.Element("p class=\"caveat\"", $"! {caveat}");
        page.Raw("</section>\n");
    }
}
