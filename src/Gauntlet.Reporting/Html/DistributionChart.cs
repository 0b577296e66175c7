using System.Globalization;
using System.Text;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Domain.Statistics.Resampling;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How often which return came, with a normal distribution of the same mean and deviation, and the losses at risk.</summary>
internal static class DistributionChart
{
    private const double Height = 180;
    private const int MostBins = 60, Fewest = 30, FewestForIntervals = 100, WorstDays = 5;

    public static void Draw(Markup page, BacktestSide own)
    {
        double[] returns = [.. own.Returns.Where(value => value != 0)];
        if (returns.Length < Fewest)
        {
            page.Element("p class=\"note\"", $"Distribution of returns: not drawn, only {Numbers.Count(returns.Length)} bars are not exactly 0.");
            return;
        }

        Array.Sort(returns);
        var moments = Moments.Of(returns);
        var (low, high) = (returns[0], returns[^1]);
        if (low == high) return;
        // Freedman and Diaconis (1981): 2 × interquartile range / ∛n.
        var width = 2 * (Quantile.Of(returns, 0.75) - Quantile.Of(returns, 0.25)) / Math.Cbrt(returns.Length);
        var bins = width > 0 ? Math.Clamp((int)Math.Ceiling((high - low) / width), 5, MostBins) : MostBins;
        width = (high - low) / bins;
        var counts = new int[bins];
        foreach (var value in returns) counts[Math.Min(bins - 1, (int)((value - low) / width))]++;

        var x = new Scale(low, high, 1000);
        var peak = Math.Max(counts.Max(), Normal(moments.Mean));
        var y = new Scale(0, peak * 1.05, Height);
        var tail = -ValueAtRisk.Historical(own.Returns);
        var still = own.Returns.Length - returns.Length;
        var finding = $"Returns a bar: one in twenty loses more than {Numbers.Percent(-tail)}, {Numbers.Percent(ExpectedShortfall.Historical(own.Returns))} on average";
        new Plot(page, x, y, finding, overTime: false)
            .Rules("grid", y.Ticks(3))
            .Shape("bars", Bars(counts, y))
            .Shape("normal", LinePath.Through(Enumerable.Range(0, 101).Select(i => (i * 10.0, Height - y.Of(Normal(low + (i / 100.0 * (high - low))))))))
            .Shape("tail", $"M{Scale.Number(x.Of(tail))} 0V{Scale.Number(Height)}")
            .Texts()
            .Ticks(y.Ticks(3), TickText.Number(y.Ticks(3)))
            .Region(tail, $"5\u00a0% tail {Numbers.Percent(tail)}", before: true)
            .Axis(Numbers.Percent(low), "return of a bar", Numbers.Percent(high, signed: true))
            .Caption($"{finding}. N = {Numbers.Count(returns.Length)} bars in {bins} bins{(still > 0 ? $"; {Numbers.Count(still)} bars of exactly 0 are left out" : string.Empty)}; the thin line is a normal distribution of the same mean and deviation.");
        Tails(page, own);

        double Normal(double at)
        {
            var z = (at - moments.Mean) / moments.StandardDeviation;
            return returns.Length * width / moments.StandardDeviation * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        }
    }

    // Intervals by blocks, since calm and wild bars come in stretches.
    private static void Tails(Markup page, BacktestSide own)
    {
        var all = own.Returns;
        // Fewer draws of longer records, whose intervals are narrow anyway.
        var draws = Math.Clamp(4_000_000 / all.Length, 50, 400);
        var edge = -ValueAtRisk.Historical(all);
        var below = all.Count(value => value <= edge);
        var block = BlockLength.Of([.. all.Select(Math.Abs)]).Stationary;
        var table = new DataTable(page, "tails", string.Empty, "figure", "value", "95\u00a0% interval", "N");
        Add("value at risk 95\u00a0%", sample => ValueAtRisk.Historical(sample), below, Numbers.Percent);
        Add("expected shortfall 95\u00a0%", sample => ExpectedShortfall.Historical(sample), below, Numbers.Percent);
        Add("skewness (normal 0)", sample => Moments.Of(sample).Skewness, all.Length, Numbers.Ratio);
        Add("kurtosis (normal 3)", sample => Moments.Of(sample).Kurtosis, all.Length, Numbers.Ratio);
        table.End();
        var worst = Enumerable.Range(0, all.Length).OrderBy(i => all[i]).ThenBy(i => i).Take(WorstDays).Select(i => $"{Numbers.Date(own.Times[i])} {Numbers.Percent(all[i])}");
        page.Element("p class=\"note\"", $"Worst bars: {string.Join(", ", worst)}. N of the risks is the bars at or below them; intervals by {draws} block-bootstrap draws.");

        void Add(string name, BootstrapInterval.Statistic statistic, int count, Func<double?, bool, string> text)
        {
            var value = statistic(all);
            var span = "– (too few bars)";
            if (all.Length >= FewestForIntervals)
            {
                var interval = BootstrapInterval.Of(all, statistic, new StationaryResampling(block, draws, seed: 1));
                span = $"{text(interval.Low, false)} … {text(interval.High, false)}";
            }

            table.Row(name, new(text(value, false), value), span, Datum.Count(count));
        }
    }

    private static string Bars(int[] counts, Scale y)
    {
        var path = new StringBuilder();
        var step = 1000.0 / counts.Length;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            // One bar in ten thousand is still seen.
            var height = Math.Max(1, y.Of(counts[i]));
            path.Append(CultureInfo.InvariantCulture, $"M{Scale.Number(i * step)} {Scale.Number(Height)}v-{Scale.Number(height)}h{Scale.Number(step - 1)}v{Scale.Number(height)}z");
        }

        return path.ToString();
    }
}
