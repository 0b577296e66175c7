using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The folds: when they were, how trials did in each, and what choosing by the other folds earns.</summary>
internal static class FoldSection
{
    private const double Height = 180;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials, IReadOnlyList<TrialPoint> chosen)
    {
        var measured = trials.Where(trial => trial.Objective is not null && trial.FoldValues.Count == analysis.Folds.Count).ToList();
        if (analysis.Folds.Count == 0 || measured.Count == 0) return;
        page.Element("h3", "Folds").Raw("<div class=\"even\">");
        var drawn = Dots.Some(measured, 300);
        var (x, y) = (new Scale(0, analysis.Folds.Count, 1000), Heights(drawn, chosen));
        new Plot(page, x, y, $"Excess Sharpe ratio of {measured.Count} trials in each of {analysis.Folds.Count} folds", overTime: false)
            .Rules("grid", y.Ticks(4))
            .Rules("zero", 0)
            .Shape("dots", Dots.Path(drawn.SelectMany(trial => trial.FoldValues.Select((value, fold) => (x.Of(fold + 0.5), y.Length - y.Of(value))))))
            .Shape("dots chosen", Dots.Path(chosen.SelectMany(trial => trial.FoldValues.Select((value, fold) => (x.Of(fold + 0.5), y.Length - y.Of(value))))))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Ratio(value))
            .Axis([.. analysis.Folds.Select((_, fold) => $"fold {fold + 1}")])
            .Caption($"Annual Sharpe ratio in excess of buy-and-hold, a dot a trial{(drawn.Count < measured.Count ? $" ({drawn.Count} of {Numbers.Count(measured.Count)}, evenly drawn)" : string.Empty)}; candidates filled.{Paths(analysis.FoldChoice)}");
        page.Raw("</div>");
        Table(page, analysis.Folds, measured, chosen);
    }

    private static string Paths(FoldChoice? choice) => choice is null
        ? string.Empty
        : $" The best trial shows {Numbers.Ratio(choice.Chosen, signed: true)} on average over the folds that chose it; trials chosen by the other folds only show {Numbers.Ratio(choice.Paths.Min(), signed: true)} to {Numbers.Ratio(choice.Paths.Max(), signed: true)} on the {choice.Paths.Count} paths of combinatorial cross-validation, two folds left out at a time.";

    private static Scale Heights(IReadOnlyList<TrialPoint> drawn, IReadOnlyList<TrialPoint> chosen)
    {
        var sorted = drawn.SelectMany(trial => trial.FoldValues).Order().ToList();
        var low = Math.Min(sorted[(int)(0.02 * (sorted.Count - 1))], chosen.SelectMany(trial => trial.FoldValues).DefaultIfEmpty(sorted[^1]).Min());
        var pad = Math.Max((sorted[^1] - low) * 0.06, 1e-9);
        return new(low - pad, sorted[^1] + pad, Height);
    }

    private static void Table(Markup page, IReadOnlyList<FoldWindow> folds, List<TrialPoint> measured, IReadOnlyList<TrialPoint> chosen)
    {
        page.Raw("<div class=\"scroll\"><table><thead><tr><th>fold</th><th>known until</th><th>measured</th><th class=\"n\">bars</th><th class=\"n\">embargo, bars</th><th class=\"n\">median of all</th>");
        foreach (var trial in chosen) page.Element("th class=\"n\"", $"trial {trial.Trial}");
        page.Raw("</tr></thead><tbody>\n");
        for (var fold = 0; fold < folds.Count; fold++)
        {
            var (at, window) = (fold, folds[fold]);
            var sorted = measured.Select(trial => trial.FoldValues[at]).Order().ToList();
            page.Raw("<tr>").Element("th scope=\"row\"", $"{fold + 1}").Element("td", Numbers.Date(window.KnownUntil)).Element("td", $"{Numbers.Date(window.From)} to {Numbers.Date(window.To)}")
                .Element("td class=\"n\"", Numbers.Count(window.Bars)).Element("td class=\"n\"", Numbers.Count(window.EmbargoBars)).Element("td class=\"n\"", Numbers.Ratio(sorted[sorted.Count / 2], signed: true));
            foreach (var trial in chosen) page.Element("td class=\"n\"", Numbers.Ratio(trial.FoldValues[at], signed: true));
            page.Raw("</tr>\n");
        }

        page.Raw("</tbody></table></div>\n");
    }
}
