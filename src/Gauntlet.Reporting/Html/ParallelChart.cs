using System.Text;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Every trial as a line over all parameters, the most important first and the objective last; the best twentieth stands out.</summary>
internal static class ParallelChart
{
    private const double Height = 220;
    private const int MostLines = 300, MostBest = 100;
    private const double BestShare = 0.05;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count < 2) return;
        var best = completed.OrderByDescending(trial => trial.Objective).ThenBy(trial => trial.Trial).Take(Math.Max(1, (int)(BestShare * completed.Count))).OrderBy(trial => trial.Trial).ToList();
        var strong = Dots.Some(best, MostBest);
        var rest = Dots.Some([.. completed.Except(best)], MostLines);
        SearchScale[] axes = [.. SliceCharts.Ordered(analysis).Select(axis => new SearchScale(axis))];
        var y = SliceCharts.Heights(completed, Height);
        page.Element("h3", "All parameters at once");
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{completed.Count} trials over {axes.Length} parameters\"><div class=\"plot\" style=\"height:{Scale.Number(Height)}px\"><svg viewBox=\"0 0 1000 {Scale.Number(Height)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        for (var i = 0; i <= axes.Length; i++) page.Raw($"<path class=\"one\" d=\"M{Scale.Number(1000.0 * i / axes.Length)} 0V{Scale.Number(Height)}\"/>");
        if (rest.Count > 0) page.Raw($"<path class=\"rest\" d=\"{Lines(rest, axes, y)}\"/>");
        page.Raw($"<path class=\"best\" d=\"{Lines(strong, axes, y)}\"/></svg></div><div class=\"axis\">");
        foreach (var axis in axes) page.Element("span", $"{axis.Axis.Name} {axis.Left} to {axis.Right}");
        page.Element("span", $"objective {Numbers.Ratio(y.Low)} to {Numbers.Ratio(y.High)}").Raw("</div><figcaption>");
        page.Text($"{Numbers.Count(best.Count)} best of {Numbers.Count(completed.Count)} completed trials{(strong.Count < best.Count ? $", {strong.Count} of them, evenly drawn," : string.Empty)} strong{(rest.Count < completed.Count - best.Count ? $", {MostLines} of the others, evenly drawn," : ", all others")} in grey; low values below.").Raw("</figcaption></figure>\n");
    }

    // A line breaks where its trial does not have the parameter.
    private static string Lines(IEnumerable<TrialPoint> trials, SearchScale[] axes, Scale y)
    {
        var path = new StringBuilder();
        foreach (var trial in trials)
        {
            var pen = 'M';
            for (var i = 0; i <= axes.Length; i++)
            {
                if ((i < axes.Length ? axes[i].Of(trial) * Height : y.Of(trial.Objective!.Value)) is not { } height)
                {
                    pen = 'M';
                    continue;
                }

                path.Append(pen).Append(Scale.Number(1000.0 * i / axes.Length)).Append(' ').Append(Scale.Number(Height - height));
                pen = 'L';
            }
        }

        return path.ToString();
    }
}
