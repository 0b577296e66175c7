using System.Globalization;
using System.Text;
using Gauntlet.Domain.Statistics;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How often which return came, with a normal distribution of the same mean and deviation, and the losses at risk.</summary>
internal static class DistributionChart
{
    private const double Height = 180;
    private const int MostBins = 60, Fewest = 30;

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
        var tail = (int)(0.05 * (returns.Length - 1));
        var worst = returns.Take(tail + 1).Average();
        var still = own.Returns.Length - returns.Length;
        var finding = $"Returns a bar: one in twenty loses more than {Numbers.Percent(-returns[tail])}, {Numbers.Percent(-worst)} on average; skewness {Numbers.Ratio(moments.Skewness)}, kurtosis {Numbers.Ratio(moments.Kurtosis)} (normal 0 and 3)";
        new Plot(page, x, y, finding, overTime: false)
            .Rules("grid", y.Ticks(3))
            .Shape("bars", Bars(counts, y))
            .Shape("normal", LinePath.Through(Enumerable.Range(0, 101).Select(i => (i * 10.0, Height - y.Of(Normal(low + (i / 100.0 * (high - low))))))))
            .Shape("tail", $"M{Scale.Number(x.Of(returns[tail]))} 0V{Scale.Number(Height)}")
            .Texts()
            .Ticks(y.Ticks(3), value => Numbers.Count(value))
            .Region(returns[tail], $"5\u00a0% tail {Numbers.Percent(returns[tail])}")
            .Axis(Numbers.Percent(low), "return of a bar", Numbers.Percent(high, signed: true))
            .Caption($"{finding}. N = {Numbers.Count(returns.Length)} bars in {bins} bins{(still > 0 ? $"; {Numbers.Count(still)} bars of exactly 0 are left out" : string.Empty)}; the thin line is a normal distribution of the same mean and deviation.");

        double Normal(double at)
        {
            var z = (at - moments.Mean) / moments.StandardDeviation;
            return returns.Length * width / moments.StandardDeviation * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
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
