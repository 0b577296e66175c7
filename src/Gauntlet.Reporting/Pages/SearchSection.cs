using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>Training: how it went, which parameters matter, and what choosing the best trial is worth.</summary>
internal static class SearchSection
{
    public static void Draw(Markup page, StudyReport report)
    {
        var plan = report.Plan;
        page.Element("h2", "Training");
        page.Element("p class=\"note\"", $"{Numbers.Count(report.Trials.Total)} of {Numbers.Count(plan.Trials)} trials by {plan.Sampler}, pruner {plan.Pruner}{(plan.WarmStart is { } warm ? $", with {Numbers.Count(warm.Trials)} trials of {warm.Study} known from the start" : string.Empty)}. {plan.SamplerReason}{Ended(report)} Its time is that from the opening of the study to its last stored trial.");
        HistoryChart.Draw(page, report.History, Sampler.Create(plan.Sampler, 0).StartupTrials);
        if (report.Search is not { } search)
        {
            page.Element("p class=\"note\"", "Which parameters matter and what choosing is worth: told once training has picked its candidates.");
            return;
        }

        var numbers = report.Candidates.Select(candidate => candidate.Key.Trial).ToHashSet();
        var chosen = report.History.Where(trial => numbers.Contains(trial.Trial) && trial.Objective is not null).ToList();
        ImportanceChart.Draw(page, search);
        SliceCharts.Draw(page, search, report.History, chosen);
        ContourChart.Draw(page, search, report.History, chosen);
        ParallelChart.Draw(page, search, report.History);
        TrialTable.Best(page, search, report.History);
        if (report.Best is { } best) Cost(page, report, best, search.Variety);
        if (search.Choice is { } choice) ChoiceChart.Draw(page, choice);
        FoldSection.Draw(page, search, report.History, chosen);
        ObjectiveChart.Draw(page, report.History);
    }

    private static string Ended(StudyReport report)
    {
        if (report.TrainingEndedBecause is { } why) return $" Ended early: {why}";
        return report.Search is null ? " Not ended yet." : $" Ended with its budget of {Numbers.Count(report.Plan.Trials)} trials.";
    }

    private static void Cost(Markup page, StudyReport report, BestCandidate best, TrialVariety? variety)
    {
        var limit = report.Candidates.FirstOrDefault(candidate => candidate.Key.Trial == best.Trial)?.Gates.SelectMany(gate => gate.Checks).FirstOrDefault(check => check.Name == "deflated-sharpe-ratio")?.Threshold;
        DeflationChart.Draw(page, best.Deflation, report.CentralCount, limit);
        if (variety is { } found)
            page.Element("p class=\"note\"", $"N = {Numbers.Count(report.CentralCount)} is counted raw. {found.Compared} trials, evenly over the search, fall into {found.Different} clusters by the correlation of their returns (0.5 or more is one): so many different things were tried, at a guess from those.");
        TrialTable.Neighbours(page, best);
    }
}
