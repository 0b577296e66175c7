using System.Text;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Reporting.Html;

/// <summary>Objective of every trial by its number, with the best so far as a step line and what luck alone would bring as a dashed one; trials without a value stand on the floor.</summary>
internal static class HistoryChart
{
    private const double Height = 200;
    private const int LuckPoints = 60, MostSigns = 60, MostPruned = 500;

    // Distance of the quartiles of a standard normal distribution.
    private const double QuartilesOfNormal = 1.349;

    /// <param name="page">Where to.</param>
    /// <param name="trials">All trials, by number.</param>
    /// <param name="startup">Trials that the sampler drew before it learnt; 0 where it never learns.</param>
    public static void Draw(Markup page, IReadOnlyList<TrialPoint> trials, int startup)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0) return;
        double[] objectives = [.. completed.Select(trial => trial.Objective!.Value).Order()];
        // A few disasters must not flatten the rest: the floor is the five-percent quantile, said in the caption.
        var floor = objectives[(int)(0.05 * (objectives.Length - 1))];
        var luck = Luck(objectives, trials[^1].Trial + 1);
        var high = Math.Max(objectives[^1], luck.Count > 0 ? luck[^1].Value : objectives[^1]);
        var pad = Math.Max((high - floor) * 0.08, 1e-9);
        var y = new Scale(floor - pad, high + pad, Height);
        var x = new Scale(0, Math.Max(1, trials[^1].Trial), 1000);
        var pruned = trials.Where(trial => trial.State == TrialState.Pruned).ToList();
        var failed = trials.Where(trial => trial.State == TrialState.Failed).ToList();
        var repeated = RepeatedTrials.Of(trials);
        var (drawn, hollow) = (Dots.Some(completed), Dots.Path(Dots.Some(pruned, MostPruned).Select(trial => (x.Of(trial.Trial), Height - Reached(trial, y)))));
        var plot = new Plot(page, x, y, $"Objective of {trials.Count} trials; best {Numbers.Ratio(objectives[^1])}", overTime: false);
        if (startup > 0) plot.Band("evidence", 0, Math.Min(startup, trials.Count) - 0.5);
        plot.Rules("grid", y.Ticks(4))
            .Shape("dots", Dots.Path(drawn.Select(trial => (x.Of(trial.Trial), Height - y.Of(trial.Objective!.Value)))))
            .Shape("dots ring", hollow)
            .Shape("dots hole", hollow)
            .Shape("zero", LinePath.Through(luck.Select(point => (x.Of(point.Trial), Height - y.Of(point.Value)))))
            .Shape("subject", Best(completed, x, y))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Ratio(value));
        foreach (var trial in Dots.Some(failed, MostSigns)) plot.Sign("failed", trial.Trial, y.Low, "×");
        foreach (var trial in Dots.Some([.. completed.Where(trial => repeated.Contains(trial.Trial))], MostSigns)) plot.Sign("repeated", trial.Trial, trial.Objective!.Value, "r");
        plot.End("subject", objectives[^1], $"best {Numbers.Ratio(objectives[^1])}")
            .Axis("trial 0", $"trial {trials[^1].Trial}")
            .Caption($"Objective by trial, best so far as a line: {Numbers.Count(completed.Count)} completed{(drawn.Count < completed.Count ? $" ({Numbers.Count(drawn.Count)} of them drawn)" : string.Empty)}, {Numbers.Count(pruned.Count)} pruned (hollow, at the mean of the folds they ran, on the floor without any), {Numbers.Count(failed.Count)} failed (×), {Numbers.Count(repeated.Count)} repeated (r); all of them count in N.{(startup > 0 ? $" Shaded: the first {startup}, drawn before the sampler learns." : string.Empty)} Values below {Numbers.Ratio(floor)} stand on the floor. Dashed: the best to be expected of as many values that scatter like these by luck alone.");
    }

    /// <summary>Height of a pruned trial: the mean of the folds that it ran, on the floor without any.</summary>
    public static double Reached(TrialPoint trial, Scale y) => trial.FoldValues.Count == 0 ? 3 : Math.Max(3, y.Of(trial.FoldValues.Average()));

    // The expected maximum of as many normal values with the same median and quartiles; a few disasters do not count.
    private static List<(double Trial, double Value)> Luck(double[] objectives, int trials)
    {
        if (objectives.Length < 2) return [];
        var (median, deviation) = (Quantile.OfSorted(objectives, 0.5), (Quantile.OfSorted(objectives, 0.75) - Quantile.OfSorted(objectives, 0.25)) / QuartilesOfNormal);
        return [.. Enumerable.Range(0, LuckPoints + 1).Select(i => Math.Max(1, Math.Floor(Math.Pow(trials, (double)i / LuckPoints)))).Distinct()
            .Select(n => (n - 1, median + (deviation * ExpectedMaximum.Of(n))))];
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
