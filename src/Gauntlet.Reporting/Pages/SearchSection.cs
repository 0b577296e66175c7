using Gauntlet.Contracts.Reports;
using Gauntlet.Reporting.Html;

namespace Gauntlet.Reporting.Pages;

/// <summary>Training: how it went, which parameters matter, and what choosing the best trial is worth.</summary>
internal static class SearchSection
{
    public static void Draw(Markup page, StudyReport report)
    {
        var plan = report.Plan;
        page.Element("h2", "Training");
        page.Element("p class=\"note\"", $"{Numbers.Count(report.Trials.Total)} of {Numbers.Count(plan.Trials)} trials by {plan.Sampler}, pruner {plan.Pruner}{(plan.WarmStart is { } warm ? $", with {Numbers.Count(warm.Trials)} trials of {warm.Study} known from the start" : string.Empty)}. {plan.SamplerReason}{(report.TrainingEndedBecause is { } why ? $" Ended early: {why}" : string.Empty)}");
        HistoryChart.Draw(page, report.History);
        if (report.Search is not { } search) return;

        var numbers = report.Candidates.Select(candidate => candidate.Key.Trial).ToHashSet();
        var chosen = report.History.Where(trial => numbers.Contains(trial.Trial) && trial.Objective is not null).ToList();
        ImportanceChart.Draw(page, search);
        SliceCharts.Draw(page, search, report.History, chosen);
        ContourChart.Draw(page, search, report.History, chosen);
        ParallelChart.Draw(page, search, report.History);
        if (search.Choice is { } choice) ChoiceChart.Draw(page, choice);
    }
}
