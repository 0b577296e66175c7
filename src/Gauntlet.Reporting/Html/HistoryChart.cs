using System.Text;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Reporting.Html;

/// <summary>Objective of every trial by its number, with the best so far as a step line; trials without a value stand as ticks on the floor.</summary>
internal static class HistoryChart
{
    private const double Height = 200;

    public static void Draw(Markup page, IReadOnlyList<TrialPoint> trials)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0) return;
        var objectives = completed.Select(trial => trial.Objective!.Value).Order().ToList();
        // A few disasters must not flatten the rest: the floor is the five-percent quantile, said in the caption.
        var floor = objectives[(int)(0.05 * (objectives.Count - 1))];
        var high = objectives[^1];
        var pad = Math.Max((high - floor) * 0.08, 1e-9);
        var y = new Scale(floor - pad, high + pad, Height);
        var x = new Scale(0, Math.Max(1, trials[^1].Trial), 1000);
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"Objective of {trials.Count} trials; best {Numbers.Ratio(high)}\"><div class=\"plot\" style=\"height:{Scale.Number(Height)}px\"><svg viewBox=\"0 0 1000 {Scale.Number(Height)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        foreach (var tick in y.Ticks(4)) page.Raw($"<path class=\"grid\" d=\"M0 {Scale.Number(Height - y.Of(tick))}H1000\"/>");
        page.Raw($"<path class=\"subject\" d=\"{Best(completed, x, y)}\"/></svg>");
        foreach (var trial in trials) Mark(page, trial, x, y);
        foreach (var tick in y.Ticks(4)) page.Raw($"<span class=\"tick\" style=\"left:0;top:{Scale.Number(Height - y.Of(tick))}px\">{Numbers.Ratio(tick)}</span>");
        var pruned = trials.Count(trial => trial.State == TrialState.Pruned);
        var failed = trials.Count(trial => trial.State == TrialState.Failed);
        page.Raw($"</div><div class=\"axis\"><span>trial 0</span><span>trial {trials[^1].Trial}</span></div><figcaption>");
        page.Text($"Objective by trial, best so far as a line: {completed.Count} completed, {pruned} pruned (×), {failed} failed (×). Values below {Numbers.Ratio(floor)} stand on the floor.").Raw("</figcaption></figure>\n");
    }

    private static void Mark(Markup page, TrialPoint trial, Scale x, Scale y)
    {
        var (kind, at) = trial.Objective is { } value ? ("dot", Height - y.Of(value)) : ("cross", Height - 6);
        page.Raw($"<i class=\"{kind}\" style=\"left:{Scale.Number(x.Of(trial.Trial) / 10)}%;top:{Scale.Number(at)}px\"></i>");
    }

    private static string Best(IReadOnlyList<TrialPoint> completed, Scale x, Scale y)
    {
        var path = new StringBuilder();
        var best = double.NegativeInfinity;
        foreach (var trial in completed)
        {
            if (trial.Objective <= best) continue;
            best = trial.Objective!.Value;
            path.Append(path.Length == 0 ? $"M{Scale.Number(x.Of(trial.Trial))} {Scale.Number(Height - y.Of(best))}" : $"H{Scale.Number(x.Of(trial.Trial))}V{Scale.Number(Height - y.Of(best))}");
        }

        return path.Append("H1000").ToString();
    }
}
