using System.Globalization;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The best trials and the neighbourhood of the best candidate, folded: the numbers behind the pictures.</summary>
internal static class TrialTable
{
    private const int Most = 200;

    /// <summary>The best trials, each with its places on the axes of <see cref="ParallelChart"/>, by which a brush there filters them.</summary>
    public static void Best(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0) return;
        var best = completed.OrderByDescending(trial => trial.Objective).ThenBy(trial => trial.Trial).Take(Most).ToList();
        var axes = new ParallelAxes(analysis, completed);
        page.Raw("<details><summary>").Text(best.Count < completed.Count ? $"The {best.Count} best of {Numbers.Count(completed.Count)} completed trials" : $"All {best.Count} completed trials, the best first")
            .Raw("</summary><div class=\"scroll trials\" role=\"region\" aria-label=\"Trials\" tabindex=\"0\"><table id=\"trials\"><thead><tr><th scope=col>trial<th scope=col>objective");
        foreach (var axis in axes.Parameters) page.Raw("<th scope=col>").Text(axis.Axis.Name);
        page.Raw("<tbody>\n");
        foreach (var trial in best)
        {
            page.Raw($"<tr data-y=\"{string.Join(',', axes.Of(trial).Select(top => top is { } at ? Math.Round(at).ToString(CultureInfo.InvariantCulture) : string.Empty))}\"><th scope=row>").Text(Numbers.Count(trial.Trial)).Raw("<td>").Text(Numbers.Ratio(trial.Objective));
            foreach (var axis in axes.Parameters) page.Raw("<td>").Text(trial.Parameters.TryGetValue(axis.Axis.Name, out var value) ? Text(value) : "–");
            page.Raw("\n");
        }

        page.Raw("</table></div></details>\n");
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
