using System.Text;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Every trial as a line over all parameters, the most important first and the objective last; the best twentieth stands out.</summary>
internal static class ParallelChart
{
    private const int MostLines = 300, MostBest = 100;
    private const double BestShare = 0.05;

    public static void Draw(Markup page, SearchAnalysis analysis, IReadOnlyList<TrialPoint> trials)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count < 2) return;
        var best = completed.OrderByDescending(trial => trial.Objective).ThenBy(trial => trial.Trial).Take(Math.Max(1, (int)(BestShare * completed.Count))).OrderBy(trial => trial.Trial).ToList();
        var strong = Dots.Some(best, MostBest);
        var rest = Dots.Some([.. completed.Except(best)], MostLines);
        var axes = new ParallelAxes(analysis, completed);
        var (count, height) = (axes.Parameters.Count, Scale.Number(ParallelAxes.Height));
        page.Element("h3", "All parameters at once");
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{completed.Count} trials over {count} parameters\"><div class=\"plot parallel\" data-axes=\"{Markup.Encode(axes.ToJson())}\" style=\"height:{height}px\"><svg viewBox=\"0 0 1000 {height}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        for (var i = 0; i <= count; i++) page.Raw($"<path class=\"one\" d=\"M{Scale.Number(1000.0 * i / count)} 0V{height}\"/>");
        if (rest.Count > 0) page.Raw($"<path class=\"rest\" d=\"{Lines(rest, axes)}\"/>");
        page.Raw($"<path class=\"best\" d=\"{Lines(strong, axes)}\"/><path class=\"picked\"/></svg></div><div class=\"axis upright\" style=\"grid-template-columns:.5fr {(count > 1 ? $"repeat({count - 1},1fr) " : string.Empty)}.5fr\">");
        foreach (var axis in axes.Parameters) page.Element("span", $"{axis.Axis.Name} {axis.Left} to {axis.Right}");
        page.Element("span", $"objective {Numbers.Ratio(axes.Objective.Low)} to {Numbers.Ratio(axes.Objective.High)}").Raw("</div><figcaption>");
        page.Text($"{Numbers.Count(best.Count)} best of {Numbers.Count(completed.Count)} completed trials{(strong.Count < best.Count ? $", {strong.Count} of them, evenly drawn," : string.Empty)} strong{(rest.Count < completed.Count - best.Count ? $", {MostLines} of the others, evenly drawn," : ", all others")} in grey; low values below.").Raw("</figcaption></figure>\n");
    }

    // A line breaks where its trial does not have the parameter.
    private static string Lines(IEnumerable<TrialPoint> trials, ParallelAxes axes)
    {
        var path = new StringBuilder();
        foreach (var trial in trials)
        {
            var (pen, i) = ('M', 0);
            foreach (var top in axes.Of(trial))
            {
                if (top is { } at) path.Append(pen).Append(Scale.Number(1000.0 * i / axes.Parameters.Count)).Append(' ').Append(Scale.Number(at));
                pen = top is null ? 'M' : 'L';
                i++;
            }
        }

        return path.ToString();
    }
}
