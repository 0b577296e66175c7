namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds bad prints: a price far from both neighbours that the market does not keep.</summary>
/// <remarks>
/// A bar's high or low is a spike when it lies further from the closes before and after than eight times the larger of the two
/// moves around it and the usual size of a bar, and at least a tenth away. A true jump stays; a bad print comes back at once.
/// </remarks>
internal static class SpikeCheck
{
    private const double SmallestLogSpike = 0.1;
    private const double Times = 8;

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, List<QualityFinding> findings)
    {
        var usual = UsualRange(bars);
        var closes = bars.Close;
        var highs = bars.High;
        var lows = bars.Low;
        for (var i = 1; i + 1 < closes.Length; i++)
        {
            var (before, close, next) = (closes[i - 1], closes[i], closes[i + 1]);
            if (Math.Max(highs[i], close) < (1 + SmallestLogSpike) * Math.Min(before, next) && Math.Max(before, next) < (1 + SmallestLogSpike) * lows[i]) continue;

            var limit = Math.Max(SmallestLogSpike, Times * Math.Max(usual, Math.Abs(Math.Log(next / before))));
            var up = Math.Log(bars.High[i] / Math.Max(before, next));
            var down = Math.Log(Math.Min(before, next) / bars.Low[i]);
            if (up > limit) findings.Add(Of(bars, lines, i, "high", bars.High[i], (bars.High[i] / before) - 1));
            else if (down > limit) findings.Add(Of(bars, lines, i, "low", bars.Low[i], (bars.Low[i] / before) - 1));
        }
    }

    private static double UsualRange(BarSeries bars)
    {
        var ranges = new double[bars.Count];
        var high = bars.High;
        var low = bars.Low;
        for (var i = 0; i < ranges.Length; i++) ranges[i] = high[i] / low[i];
        return Math.Log(Selection.Smallest(ranges, ranges.Length / 2));
    }

    private static QualityFinding Of(BarSeries bars, IReadOnlyList<int> lines, int index, string field, double value, double move) => new(
        Severity.Warning,
        "outlier",
        lines[index],
        bars.Times[index],
        field,
        $"{value}",
        $"{field} {value} is {move:+0.0%;-0.0%} from the last close {bars.Close[index - 1]} and the next bar closes at {bars.Close[index + 1]} again",
        "Compare with another source; correct it where it is a bad print, because stops would fill there.");
}
