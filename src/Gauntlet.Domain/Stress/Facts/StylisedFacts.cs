using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress.Facts;

/// <summary>Measures of a stretch of bars that real markets share and naive models miss: heavy tails, clusters of volatility, leverage, gaps, volume that goes with range.</summary>
/// <remarks>
/// After Cont (2001), <i>Empirical properties of asset returns</i>. r is the log return from close to close over T bars, which starts at the close before
/// them. Skewness and kurtosis (normal 3) are biased moments, autocorrelations biased with the mean of the stretch; leverage is the mean over
/// lags 1 … 5 of corr(r(t), r²(t + k)); the Hill exponents use the largest 5 % of returns less their mean, at least three.
/// </remarks>
public static class StylisedFacts
{
    private const int LongestLag = 20, RatioHorizon = 5;

    /// <summary>Shortest stretch that they are defined for, in bars.</summary>
    public const int FewestBars = LongestLag + 10;

    /// <summary>Names in the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "skewness", "kurtosis", "max_abs_z", "acf_r_1", "acf_abs_1", "acf_abs_5", "acf_abs_10", "acf_abs_mean_1_20", "acf_sq_1", "leverage_1_5",
        "variance_ratio_5", "gap_share", "outside_gap_frequency", "range_ratio", "volume_volatility_corr", "hill_left", "hill_right",
    ];

    /// <summary>The facts of a stretch of bars.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="start">First bar of the stretch, at least 1: returns start at the close before it.</param>
    /// <param name="count">Bars of the stretch, at least <see cref="FewestBars"/>.</param>
    /// <returns>One value for each of <see cref="Names"/>; NaN for what is not defined, as correlations with a volume that does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is too short or does not lie within the bars.</exception>
    public static double[] Of(BarSeries bars, int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, FewestBars);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, bars.Count - start);
        var returns = new double[count];
        for (var i = 0; i < count; i++) returns[i] = Math.Log(bars.Close[start + i] / bars.Close[start + i - 1]);
        var moments = Moments.Of(returns);
        var sizes = Array.ConvertAll(returns, Math.Abs);
        var squares = Array.ConvertAll(returns, value => value * value);
        var ranges = new double[count];
        for (var i = 0; i < count; i++) ranges[i] = Math.Log(bars.High[start + i] / bars.Low[start + i]);
        var (gapShare, outside) = Gaps(bars, start, count);
        var absolute = ReturnFacts.Autocorrelations(sizes, LongestLag);
        return
        [
            moments.Skewness, moments.Kurtosis, returns.Max(value => Math.Abs(value - moments.Mean)) / moments.StandardDeviation,
            ReturnFacts.Autocorrelations(returns, 1)[0], absolute[0], absolute[4], absolute[9], absolute.Average(), ReturnFacts.Autocorrelations(squares, 1)[0], ReturnFacts.Leverage(returns, squares),
            VarianceRatio(returns, moments.Mean), gapShare, outside, ranges.Average() / sizes.Average(), VolumeAndRange(bars, start, ranges), Hill(returns, moments.Mean, -1), Hill(returns, moments.Mean, 1),
        ];
    }

    // Mean square of overlapping sums of five returns over five times that of one, both about the mean of the stretch.
    private static double VarianceRatio(double[] returns, double mean)
    {
        var n = returns.Length;
        double window = 0, sums = 0, single = 0;
        for (var i = 0; i < n; i++)
        {
            var deviation = returns[i] - mean;
            single += deviation * deviation;
            window += deviation;
            if (i >= RatioHorizon) window -= returns[i - RatioHorizon] - mean;
            if (i >= RatioHorizon - 1) sums += window * window;
        }

        return sums / (RatioHorizon * (n - RatioHorizon + 1)) / (single / n);
    }

    private static (double Share, double Outside) Gaps(BarSeries bars, int start, int count)
    {
        double gaps = 0, bodies = 0;
        var outside = 0;
        for (var i = start; i < start + count; i++)
        {
            var (gap, body) = (Math.Log(bars.Open[i] / bars.Close[i - 1]), Math.Log(bars.Close[i] / bars.Open[i]));
            (gaps, bodies) = (gaps + (gap * gap), bodies + (body * body));
            if (bars.Open[i] > bars.High[i - 1] || bars.Open[i] < bars.Low[i - 1]) outside++;
        }

        return (gaps / (gaps + bodies), (double)outside / count);
    }

    private static double VolumeAndRange(BarSeries bars, int start, double[] ranges)
    {
        var (volumes, logs) = (new List<double>(ranges.Length), new List<double>(ranges.Length));
        for (var i = 0; i < ranges.Length; i++)
        {
            if (!(bars.Volume[start + i] > 0) || !(ranges[i] > 0)) continue;
            volumes.Add(Math.Log(bars.Volume[start + i]));
            logs.Add(Math.Log(ranges[i]));
        }

        return volumes.Count > 2 ? Correlation([.. volumes], [.. logs]) : double.NaN;
    }

    private static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++) (meanX, meanY) = (meanX + (x[i] / x.Length), meanY + (y[i] / x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            (xx, yy, xy) = (xx + (dx * dx), yy + (dy * dy), xy + (dx * dy));
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }

    private static double Hill(double[] returns, double mean, int side)
    {
        var tail = Array.ConvertAll(returns, value => side * (value - mean));
        Array.Sort(tail);
        var count = Math.Max(3, (int)Math.Round(0.05 * tail.Length, MidpointRounding.ToEven));
        var threshold = tail[^(count + 1)];
        if (!(threshold > 0)) return double.NaN;
        double sum = 0;
        for (var i = 1; i <= count; i++) sum += Math.Log(tail[^i] / threshold);
        return count / sum;
    }
}
