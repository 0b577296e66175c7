using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>A gate of the scorecard: its verdict, its checks and its pictures.</summary>
internal static class GateSections
{
    /// <summary>The gate that decided: the first that did not let the candidate through, else the last that was reached.</summary>
    public static Gate? Deciding(CandidateReport candidate) =>
        (candidate.Gates.FirstOrDefault(gate => gate.Verdict is not Passed) ?? (candidate.Gates.Count > 0 ? candidate.Gates[^1] : null))?.Gate;

    /// <summary>The gate, open.</summary>
    public static void Draw(Markup page, Scorecard card, Gate gate)
    {
        page.Element("h2", Heading(card.Candidate, gate));
        Body(page, card, gate);
    }

    /// <summary>The gate, folded where it was reached.</summary>
    public static void Fold(Markup page, Scorecard card, Gate gate)
    {
        if (Find(card.Candidate, gate) is null)
        {
            page.Element("h2", Heading(card.Candidate, gate));
            return;
        }

        page.Raw("<details><summary>").Element("h2", Heading(card.Candidate, gate)).Raw("</summary>\n");
        Body(page, card, gate);
        page.Raw("</details>\n");
    }

    private static GateVerdict? Find(CandidateReport candidate, Gate gate) => candidate.Gates.FirstOrDefault(entry => entry.Gate == gate);

    private static string Heading(CandidateReport candidate, Gate gate)
    {
        if (Find(candidate, gate) is not { } verdict) return $"{VerdictText.Name(gate)}: ○ not reached";
        var passed = verdict.Checks.Count(check => check.Passed);
        return $"{VerdictText.Name(gate)}: {VerdictText.Of(verdict.Verdict)}{(verdict.Grade is { } grade ? $", grade {grade}" : string.Empty)}, {passed} of {verdict.Checks.Count} checks";
    }

    private static void Body(Markup page, Scorecard card, Gate gate)
    {
        var verdict = Find(card.Candidate, gate)!;
        if (verdict.Verdict is Skipped skipped) page.Element("p", skipped.Reason);
        if (verdict.Verdict is Faulted faulted) page.Element("p", faulted.Error);
        if (verdict.Checks.Count > 0) CheckTable.Draw(page, verdict.Checks);
        if (gate == Gate.Gate1) HoldOut(page, card, verdict);
        else if (gate == Gate.Gate2) Stress(page, card, verdict);
        else Paper(page, card, verdict);
    }

    private static void HoldOut(Markup page, Scorecard card, GateVerdict verdict)
    {
        DeflationChart.Draw(page, card.Deflation, card.Study.CentralCount, verdict.Checks.FirstOrDefault(check => check.Name == "deflated-sharpe-ratio")?.Threshold);
        if (card.Study.Search?.Choice is { Splits.Count: > 0 } choice) ChoiceChart.Draw(page, choice);
        page.Element("h3", "Cost stress on the hold-out");
        Tables.Rows(page, ["costs", "return", "Sharpe ratio a year"], card.Costs.Select(cost => (string[])[$"× {Numbers.Ratio(cost.Factor)}", Numbers.Percent(cost.ReturnFraction, signed: true), Numbers.Ratio(cost.SharpeRatio)]));
        page.Element("h3", "Neighbourhood").Element("p class=\"note\"", "Each number a tenth of its range down and up, the others as they are; annual Sharpe ratio over folds and hold-out.");
        Tables.Rows(page, ["parameter", "value", "Sharpe ratio a year"], card.Neighbours.Select(near => (string[])[near.Parameter, near.Value, Numbers.Ratio(near.SharpeRatio)]));
    }

    private static void Stress(Markup page, Scorecard card, GateVerdict verdict)
    {
        FanChart.Draw(page, card.Fan, card.Candidate.Scenarios.Count);
        page.Element("h3", "Returns and drawdowns by regime");
        RegimeChart.Draw(page, card.Candidate.Scenarios);
        RegimeChart.DrawDrawdowns(page, card.Candidate.Scenarios, verdict.Checks.FirstOrDefault(check => check.Name == "tail-drawdown")?.Threshold);
        WorstCharts.Draw(page, card.Worst);
    }

    private static void Paper(Markup page, Scorecard card, GateVerdict verdict)
    {
        PaperChart.Draw(page, card.Candidate.PaperDays);
        if (verdict.Caveat is { } caveat) page.Element("p class=\"caveat\"", $"! {caveat}");
        ArenaChart.Draw(page, card.Study.Arena, card.Candidate.Key.Trial);
        page.Element("h3", "Growth on paper");
        EquityChart.Draw(page, card.Candidate.Paper, null, "paper", second: true);
        PaperTable.Draw(page, card.Candidate.PaperDays);
    }
}
