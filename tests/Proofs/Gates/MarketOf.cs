using Gauntlet.Domain.Markets;

namespace Gauntlet.Proofs.Gates;

/// <summary>The market that a kind of candidate is found on.</summary>
internal static class MarketOf
{
    /// <summary>Hours of a market: eight years.</summary>
    public const int Bars = 8 * 365 * 24;

    public static BarSeries Kind(CandidateKind kind, ulong seed) => kind switch
    {
        CandidateKind.Null => SyntheticMarket.Create(SyntheticKind.Noise, seed, Bars).Series,
        CandidateKind.CrashProne => SyntheticMarket.Create(SyntheticKind.Reversion, seed, Bars).Series,
        CandidateKind.EdgeThatDies => Spliced(seed),
        _ => SyntheticMarket.Create(SyntheticKind.Trend, seed, Bars).Series,
    };

    // Trends until training ends, then a martingale of the same volatility that goes on at the same price.
    private static BarSeries Spliced(ulong seed)
    {
        var alive = SyntheticMarket.Create(SyntheticKind.Trend, seed, Bars).Series;
        var dead = SyntheticMarket.Create(SyntheticKind.Noise, seed + 1, Bars).Series;
        var end = DataWindows.Of(alive).Training.End;
        var scale = alive.Close[end - 1] / dead.Open[end];
        return new(
            alive.Symbol, alive.Interval, [.. alive.Times], Column(alive.Open, dead.Open), Column(alive.High, dead.High), Column(alive.Low, dead.Low), Column(alive.Close, dead.Close), [.. alive.Volume], alive.Calendar);

        double[] Column(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
        {
            var column = before.ToArray();
            for (var i = end; i < column.Length; i++) column[i] = after[i] * scale;
            return column;
        }
    }
}
