using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Median objective over the two parameters that depend on each other most; the size of a cell tells how many trials it rests on, and what was not tried stays empty.</summary>
internal static class ContourChart
{
    private const int Cells = 12;
    private const double Height = 300;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials, IReadOnlyList<TrialPoint> chosen)
    {
        if (analysis.Pairs.Count == 0) return;
        var pair = analysis.Pairs[0];
        SearchScale x = new(analysis.Axes.Single(axis => axis.Name == pair.First)), y = new(analysis.Axes.Single(axis => axis.Name == pair.Second));
        var there = trials.Where(trial => trial.Objective is not null && x.Of(trial) is not null && y.Of(trial) is not null).ToList();
        if (there.Count == 0) return;

        var (columns, rows) = (x.Axis.Choices?.Count ?? Cells, y.Axis.Choices?.Count ?? Cells);
        var cells = there.GroupBy(trial => (Column: Place(x, trial, columns), Row: Place(y, trial, rows)))
            .Select(cell => (cell.Key.Column, cell.Key.Row, Count: cell.Count(), Median: Median(cell))).OrderBy(cell => (cell.Row, cell.Column)).ToList();
        var ranks = cells.Select(cell => cell.Median).Distinct().Order().ToList();
        page.Element("h3", $"{pair.First} and {pair.Second} together");
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"Median objective over {Markup.Encode(pair.First)} and {Markup.Encode(pair.Second)}\"><div class=\"plot\" style=\"height:{Scale.Number(Height)}px\"><svg viewBox=\"0 0 1000 {Scale.Number(Height)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        foreach (var (column, row, count, median) in cells)
        {
            var (width, height) = (1000.0 / columns, Height / rows);
            var size = Math.Sqrt(Math.Clamp((double)count / cells.Max(cell => cell.Count), 0.12, 1));
            var depth = ranks.Count == 1 ? 1 : 0.12 + (0.88 * ranks.IndexOf(median) / (ranks.Count - 1));
            page.Raw($"<rect class=\"cell\" fill-opacity=\"{Numbers.Ratio(depth)}\" x=\"{Scale.Number(((column + 0.5) * width) - (size * width / 2))}\" y=\"{Scale.Number(Height - ((row + 0.5) * height) - (size * height / 2))}\" width=\"{Scale.Number(size * width)}\" height=\"{Scale.Number(size * height)}\"/>");
        }

        page.Raw($"<path class=\"dots chosen\" d=\"{Dots.Path(chosen.Where(trial => x.Of(trial) is not null && y.Of(trial) is not null).Select(trial => (1000 * x.Of(trial)!.Value, Height * (1 - y.Of(trial)!.Value))))}\"/></svg>");
        page.Raw($"<span class=\"tick\" style=\"left:0;top:{Scale.Number(Height - 8)}px\">").Text(y.Left).Raw("</span><span class=\"tick\" style=\"left:0;top:8px\">").Text(y.Right).Raw("</span></div><div class=\"axis\"><span>").Text(x.Left).Raw("</span><span>").Text(x.Axis.Name).Raw("</span><span>").Text(x.Right).Raw("</span></div><figcaption>");
        page.Text($"{x.Axis.Name} across, {y.Axis.Name} up; {Numbers.Percent(pair.Share)} of the variance is due to the two only together. Darker: higher median objective, by rank, from {Numbers.Ratio(ranks[0])} to {Numbers.Ratio(ranks[^1])}; larger: more trials, at most {Numbers.Count(cells.Max(cell => cell.Count))}; empty: never tried. Dots: candidates.").Raw("</figcaption></figure>\n");
    }

    private static int Place(SearchScale axis, TrialPoint trial, int cells) => Math.Min(cells - 1, (int)(axis.Of(trial)!.Value * cells));

    private static double Median(IEnumerable<TrialPoint> trials)
    {
        var sorted = trials.Select(trial => trial.Objective!.Value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
