using System.Globalization;
using System.Text;
using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Reporting.Html;

/// <summary>Distribution function of the objective over the completed trials, with the band that the true one lies in.</summary>
internal static class ObjectiveChart
{
    private const double Height = 180;
    private const int Fewest = 5, MostSteps = 300;

    public static void Draw(Markup page, IReadOnlyList<TrialPoint> trials)
    {
        double[] objectives = [.. trials.Select(trial => trial.Objective).OfType<double>().Order()];
        page.Element("h3", "Distribution of the objective");
        if (objectives.Length < Fewest)
        {
            page.Element("p class=\"note\"", $"Not drawn: {Numbers.Count(objectives.Length)} trials completed, {Fewest} are the least.");
            return;
        }

        // Dvoretzky, Kiefer and Wolfowitz (1956) with Massart's constant: the whole function is within this of the true one, 95 times in 100.
        var band = Math.Sqrt(Math.Log(2 / 0.05) / (2 * objectives.Length));
        var floor = Quantile.OfSorted(objectives, 0.05);
        var median = Quantile.OfSorted(objectives, 0.5);
        var x = new Scale(floor, Math.Max(objectives[^1], floor + 1e-9), 1000);
        var y = new Scale(0, 1, Height);
        var steps = Steps(objectives);
        new Plot(page, x, y, $"Half of {objectives.Length} completed trials have an objective above {Numbers.Ratio(median)}", overTime: false)
            .Rules("grid", 0, 0.25, 0.5, 0.75, 1)
            .Shape("band", Area(steps, x, y, band))
            .Shape("subject", Line(steps, x, y))
            .Shape("zero", $"M{Scale.Number(x.Of(median))} 0V{Scale.Number(Height)}")
            .Texts()
            .Ticks([0, 0.5, 1], value => Numbers.Ratio(value))
            .Region(median, $"median {Numbers.Ratio(median)}")
            .Axis(Numbers.Ratio(x.Low), "objective", Numbers.Ratio(x.High))
            .Caption($"Share of the N = {Numbers.Count(objectives.Length)} completed trials at or below each value; the band is that of Dvoretzky, Kiefer and Wolfowitz at 95\u00a0%, ±{Numbers.Ratio(band)}, for trials drawn independently. The lowest twentieth lies left of the picture.");
    }

    // Values with the share of trials at or below them, thinned evenly.
    private static List<(double Value, double Share)> Steps(double[] sorted) =>
        [.. Dots.Some([.. Enumerable.Range(0, sorted.Length)], MostSteps).Append(sorted.Length - 1).Distinct().Select(i => (sorted[i], (i + 1.0) / sorted.Length))];

    private static string Line(List<(double Value, double Share)> steps, Scale x, Scale y)
    {
        var path = new StringBuilder();
        foreach (var (value, share) in steps)
        {
            if (path.Length == 0) path.Append(CultureInfo.InvariantCulture, $"M{Scale.Number(x.Of(value))} {Scale.Number(Height)}");
            path.Append(CultureInfo.InvariantCulture, $"H{Scale.Number(x.Of(value))}V{Scale.Number(Height - y.Of(share))}");
        }

        return path.ToString();
    }

    private static string Area(List<(double Value, double Share)> steps, Scale x, Scale y, double band) =>
        LinePath.Through([.. steps.Select(step => (x.Of(step.Value), Height - y.Of(step.Share + band))), .. steps.AsEnumerable().Reverse().Select(step => (x.Of(step.Value), Height - y.Of(step.Share - band)))]) + "z";
}
