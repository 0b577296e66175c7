using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The best trials and the neighbourhood of the best candidate, folded: the numbers behind the pictures.</summary>
internal static class TrialTable
{
    private const int Most = 20;

    public static void Best(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials)
    {
        var best = trials.Where(trial => trial.Objective is not null).OrderByDescending(trial => trial.Objective).ThenBy(trial => trial.Trial).Take(Most).ToList();
        if (best.Count == 0) return;
        var names = SliceCharts.Ordered(analysis).Select(axis => axis.Name).ToList();
        page.Raw("<details><summary>").Text($"The {best.Count} best trials").Raw("</summary>");
        Tables.Rows(page, ["trial", "objective", .. names], best.Select(trial => (string[])[Numbers.Count(trial.Trial), Numbers.Ratio(trial.Objective), .. names.Select(name => trial.Parameters.TryGetValue(name, out var value) ? Text(value) : "–")]));
        page.Raw("</details>\n");
    }

    public static void Neighbours(Markup page, BestCandidate best)
    {
        if (best.Neighbours.Count == 0) return;
        var positive = best.Neighbours.Count(near => near.SharpeRatio > 0);
        page.Raw("<details open><summary>").Text($"Plateau: {positive} of {best.Neighbours.Count} neighbours of trial {best.Trial} earn something").Raw("</summary>")
            .Element("p class=\"note\"", "Each number a tenth of its range down and up, the others as they are; annual Sharpe ratio over folds and hold-out.");
        Tables.Rows(page, ["parameter", "value", "Sharpe ratio a year"], best.Neighbours.Select(near => (string[])[near.Parameter, near.Value, Numbers.Ratio(near.SharpeRatio)]));
        page.Raw("</details>\n");
    }

    private static string Text(Contracts.Training.ParameterValue value) => value.Choice ?? SearchScale.Text(value.Number);
}
