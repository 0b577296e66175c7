using System.Globalization;
using System.Text;
using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>What choosing the best trial is worth: how its rank in the other half of time is spread, and its Sharpe ratio there against that where it was chosen.</summary>
internal static class ChoiceChart
{
    private const double Height = 220;
    private const int Bins = 24;

    public static void Draw(Markup page, ChoiceTest test)
    {
        page.Element("h3", "What choosing the best is worth").Raw("<div class=\"panels\">\n");
        Ranks(page, test);
        Ratios(page, test);
        page.Raw("</div>\n");
    }

    private static void Ranks(Markup page, ChoiceTest test)
    {
        var wide = Math.Max(1, test.Splits.Max(split => Math.Abs(split.Logit)));
        var x = new Scale(-wide, wide, 1000);
        var counts = new int[Bins];
        foreach (var split in test.Splits) counts[Math.Min(Bins - 1, (int)(x.Of(split.Logit) / 1000 * Bins))]++;
        var y = new Scale(0, counts.Max() * 1.05, Height);
        new Plot(page, x, y, $"Probability of overfitting {Numbers.Probability(test.Probability)} over {test.Splits.Count} splits", overTime: false)
            .Band("lost", -wide, 0)
            .Rules("grid", y.Ticks(3))
            .Shape("bars", Bars(counts, y))
            .Shape("one", $"M500 0V{Scale.Number(Height)}")
            .Texts()
            .Ticks(y.Ticks(3), value => Numbers.Count(value))
            .Region(-wide, "no better than the median")
            .Axis(Numbers.Ratio(-wide), "logit of its rank in the other half", Numbers.Ratio(wide))
            .Caption($"Probability of overfitting {Numbers.Probability(test.Probability)}: in {Numbers.Percent(test.Probability)} of {Numbers.Count(test.Splits.Count)} splits of time into halves the best of {Numbers.Count(test.Trials)} different trials in one half is no better than the median in the other; pure noise gives about half. The splits overlap, so there is no simple interval.");
    }

    private static void Ratios(Markup page, ChoiceTest test)
    {
        var x = Wide([.. test.Splits.Select(split => split.InSample)], 1000);
        var y = Wide([.. test.Splits.Select(split => split.OutOfSample), 0], Height);
        var losing = test.Splits.Count(split => split.OutOfSample < 0);
        new Plot(page, x, y, $"Sharpe ratio in the other half against that where it was chosen, slope {Numbers.Ratio(test.Slope, signed: true)}", overTime: false)
            .Rules("grid", y.Ticks(4))
            .Rules("zero", 0)
            .Shape("benchmark", Line(x, y, 0, 1))
            .Shape("dots", Dots.Path(test.Splits.Select(split => (x.Of(split.InSample), Height - y.Of(split.OutOfSample)))))
            .Shape("subject", Line(x, y, test.Intercept, test.Slope))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Ratio(value))
            .Axis(Numbers.Ratio(x.Low), "annual Sharpe ratio where it was chosen", Numbers.Ratio(x.High))
            .Caption($"Upwards: its annual Sharpe ratio in the other half; it loses in {Numbers.Percent((double)losing / test.Splits.Count)}. Strong: least squares, slope {Numbers.Ratio(test.Slope, signed: true)}{Error(test)}; a negative one is the mark of overfitting. Thin: the same in both halves.");
    }

    // The line where it is inside of the picture.
    private static string Line(Scale x, Scale y, double intercept, double slope)
    {
        var inside = Enumerable.Range(0, 101).Select(i => x.Low + (i * (x.High - x.Low) / 100)).Select(at => (X: at, Y: intercept + (slope * at))).Where(point => point.Y >= y.Low && point.Y <= y.High).ToList();
        return inside.Count < 2 ? string.Empty : LinePath.Through([(x.Of(inside[0].X), Height - y.Of(inside[0].Y)), (x.Of(inside[^1].X), Height - y.Of(inside[^1].Y))]);
    }

    private static string Error(ChoiceTest test)
    {
        if (test.Splits.Count < 3) return string.Empty;
        var mean = test.Splits.Average(split => split.InSample);
        var spread = test.Splits.Sum(split => (split.InSample - mean) * (split.InSample - mean));
        if (spread == 0) return string.Empty;
        var left = test.Splits.Sum(split => Math.Pow(split.OutOfSample - test.Intercept - (test.Slope * split.InSample), 2));
        var half = 1.96 * Math.Sqrt(left / (test.Splits.Count - 2) / spread);
        return $" (at least ±{Numbers.Ratio(half)}, as if the splits were independent)";
    }

    private static string Bars(int[] counts, Scale y)
    {
        var path = new StringBuilder();
        const double step = 1000.0 / Bins;
        for (var i = 0; i < Bins; i++)
        {
            if (counts[i] > 0) path.Append(CultureInfo.InvariantCulture, $"M{Scale.Number((i * step) + 1)} {Scale.Number(Height)}v-{Scale.Number(y.Of(counts[i]))}h{Scale.Number(step - 2)}v{Scale.Number(y.Of(counts[i]))}z");
        }

        return path.ToString();
    }

    private static Scale Wide(double[] values, double length)
    {
        var (low, high) = (values.Min(), values.Max());
        var pad = Math.Max((high - low) * 0.05, 1e-9);
        return new(low - pad, high + pad, length);
    }
}
