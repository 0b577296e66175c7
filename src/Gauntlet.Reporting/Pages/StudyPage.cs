using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Verdicts;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>A study and its candidates as one HTML file: verdict first, then pictures, checks, and identity. A function of stored evidence and nothing else.</summary>
public static class StudyPage
{
    /// <summary>Renders a study; the same report gives the same bytes.</summary>
    /// <param name="report">The stored evidence.</param>
    /// <param name="codeVersion">Version of the code that renders, for the footer.</param>
    public static string Render(StudyReport report, string codeVersion)
    {
        var page = new Markup();
        var script = PageFrame.Script("study.js");
        PageFrame.Head(page, $"{report.Plan.Study}: study report", script);
        var plan = report.Plan;
        page.Raw("<header><p class=\"kicker\">").Text($"Study report · {plan.Strategy} on {plan.Market.Name}").Raw("</p>").Element("h1", plan.Study);
        var sentence = VerdictText.Sentence(report);
        page.Element($"p class=\"verdict {Tone(sentence)}\"", sentence);
        Figures(page, report);
        page.Raw("</header>\n<main id=\"main\">\n");

        var best = report.Candidates.OrderByDescending(candidate => candidate.Gates.Count(gate => gate.Verdict is Passed)).ThenByDescending(candidate => candidate.Objective).FirstOrDefault();
        if (best is not null) EquityChart.Draw(page, best.Backtest, plan.HoldOut.From, $"candidate {best.Key.Trial}");
        FunnelChart.Draw(page, report);
        if (report.Candidates.Count > 0) Overview(page, report);
        ArenaChart.Draw(page, report.Arena, null);
        foreach (var candidate in report.Candidates) CandidateSection.Draw(page, candidate, report.CentralCount, open: candidate == best);
        SearchSection.Draw(page, report);
        page.Raw("</main>\n");
        Footer(page, report, codeVersion);
        page.Raw($"<script>{script}</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string Tone(string sentence) => sentence[0] switch { '✓' => "pass", '✕' or '▣' => "fail", _ => "open" };

    private static void Figures(Markup page, StudyReport report)
    {
        var trials = report.Trials;
        var best = report.History.Max(trial => trial.Objective);
        var grade = report.Candidates.Select(candidate => candidate.Decision?.Grade).Where(value => value is not null).Order(StringComparer.Ordinal).FirstOrDefault();
        page.Raw("<dl class=\"figures\">");
        PageFrame.Figure(page, "Promoted", $"{report.Candidates.Count(candidate => candidate.Decision?.Promoted == true)} of {report.Candidates.Count}", $"best grade {grade ?? "–"}");
        var repeated = RepeatedTrials.Of(report.History).Count;
        PageFrame.Figure(page, "Trials on this data", $"N = {Numbers.Count(report.CentralCount)}", $"{Numbers.Count(trials.Completed)} completed, {Numbers.Count(trials.Pruned)} pruned, {Numbers.Count(trials.Failed)} failed, {Numbers.Count(repeated)} repeated here");
        PageFrame.Figure(page, "Best objective", Numbers.Ratio(best), "excess Sharpe ratio over folds, penalised");
        PageFrame.Figure(page, "Overfitting", Numbers.Probability(report.Search?.Choice?.Probability), report.Search?.Choice is { } choice ? $"probability over {choice.Splits.Count} splits; noise: 0.50" : "fewer than two different trials");
        SearchFigure(page, report);
        PageFrame.Figure(page, "Bars", Numbers.Count(report.Plan.Market.Bars), $"{report.Plan.Market.BarSeconds / 60} min each, {Numbers.Date(report.Plan.Training.From)} to {Numbers.Date(report.Plan.Paper.To)}");
        page.Raw("</dl>\n");
    }

    private static void SearchFigure(Markup page, StudyReport report)
    {
        if (report.Time is { } time && time.LastTrialAt >= time.OpenedAt && report.Trials.Total > 0)
            PageFrame.Figure(page, "Time of the search", DurationText.Of(time.LastTrialAt - time.OpenedAt), $"{DurationText.Of((time.LastTrialAt - time.OpenedAt) / report.Trials.Total)} a trial, waits and pauses included");
        else
            PageFrame.Figure(page, "Time of the search", "–", report.Time is null ? "the store has no time of a trial" : "the database's clock was set back meanwhile");
    }

    private static void Overview(Markup page, StudyReport report)
    {
        page.Element("h2", "Candidates").Raw("<div class=\"scroll\"><table><thead><tr><th>candidate</th><th class=\"n\">objective</th><th>Gate\u00a01</th><th>Gate\u00a02</th><th>Gate\u00a03</th><th>promotion</th><th>grade</th></tr></thead><tbody>\n");
        foreach (var candidate in report.Candidates)
        {
            page.Raw("<tr>").Element("th scope=\"row\"", candidate.Key.ToString()).Element("td class=\"n\"", Numbers.Ratio(candidate.Objective));
            foreach (var gate in Enum.GetValues<Gate>().Order()) page.Element("td", VerdictText.Of(candidate.Gates.FirstOrDefault(verdict => verdict.Gate == gate)?.Verdict));
            page.Element("td", candidate.Decision is null ? "○ not reached" : candidate.Decision.Promoted ? "✓ promoted" : "✕ rejected").Element("td", candidate.Decision?.Grade ?? "–").Raw("</tr>\n");
        }

        page.Raw("</tbody></table></div>\n");
    }

    private static void Footer(Markup page, StudyReport report, string codeVersion)
    {
        var plan = report.Plan;
        (string Name, string Value)[] identity =
        [
            ("study", plan.Study), ("market", plan.Market.Name), ("data", plan.Market.DataHash), ("training", Window(plan.Training)), ("hold-out", Window(plan.HoldOut)), ("paper", Window(plan.Paper)),
            ("strategy", plan.Strategy), ("sampler", plan.Sampler), ("seed", Numbers.Count(plan.Seed)), ("policy", plan.Policy), ("code", codeVersion), ("evidence digest", report.Digest ?? "open"),
            ("made by", $"gauntlet show {plan.Study} --report FILE.html"),
        ];
        PageFrame.Footer(page, identity);
    }

    private static string Window(Contracts.Pipeline.WindowFacts window) => $"{Numbers.Date(window.From)} to {Numbers.Date(window.To)}, {Numbers.Count(window.Bars)} bars";
}
