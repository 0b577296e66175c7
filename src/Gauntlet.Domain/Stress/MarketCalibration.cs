using System.Text.Json.Serialization;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress;

/// <summary>What scenarios take from a market's training window; nothing of the hold-out enters.</summary>
public sealed record MarketCalibration
{
    private const int GapWindow = 250;

    /// <summary>Name of the market, for people.</summary>
    public required string Symbol { get; init; }

    /// <summary>Length of a bar in seconds.</summary>
    public required int BarSeconds { get; init; }

    /// <summary>Bars of an ordinary day.</summary>
    public required int BarsPerDay { get; init; }

    /// <summary>Bars a year.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>Name of the calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>Last close of training: where scenarios begin.</summary>
    public required double Price { get; init; }

    /// <summary>Mean volume a bar; 0 where the market reports none.</summary>
    public required double Volume { get; init; }

    /// <summary>Standard deviation of the log return of a bar.</summary>
    public required double Volatility { get; init; }

    /// <summary>Share of variance between a close and the next open, jumps aside, in [0, 0.9].</summary>
    public required double GapShare { get; init; }

    /// <summary>Trends of the market.</summary>
    public required TrendEstimate Trend { get; init; }

    /// <summary>Expected annual return over annual deviation in usual times; null for that of an index.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Drift { get; init; }

    /// <summary>How volatility clusters and how heavy tails are; null for those of an index, as where the window is too short to tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VolatilityShape? Clusters { get; init; }

    /// <summary>Hash of the bars that it was taken from.</summary>
    public required string DataHash { get; init; }

    /// <summary>Measures a training window.</summary>
    /// <param name="training">The window's bars alone; at least 100.</param>
    /// <exception cref="ArgumentException">Too few bars, or prices that never move.</exception>
    public static MarketCalibration Of(BarSeries training)
    {
        if (training.Count < 100) throw new ArgumentException($"{training.Symbol}: scenarios need at least 100 bars of training, not {training.Count}.", nameof(training));
        var (returns, gaps) = LogReturns(training);
        var moments = Moments.Of(returns);
        if (!(moments.Variance > 0)) throw new ArgumentException($"{training.Symbol}: the price never moves in training; there is nothing to stress.", nameof(training));

        return new()
        {
            Symbol = training.Symbol,
            BarSeconds = (int)training.Interval.TotalSeconds,
            BarsPerDay = training.Calendar.BarsPerDay,
            PeriodsPerYear = training.Calendar.PeriodsPerYear,
            Calendar = training.Calendar.Name,
            Price = training.Close[^1],
            Volume = Moments.Of(training.Volume).Mean,
            Volatility = moments.StandardDeviation,
            GapShare = GapShareOf(returns, gaps),
            Trend = TrendEstimate.Of(returns),
            Drift = DriftEstimate.Of(moments.Mean, moments.Variance, returns.Length / training.Calendar.PeriodsPerYear, training.Calendar.PeriodsPerYear),
            Clusters = VolatilityFit.Of(returns, training.Calendar.BarsPerDay),
            DataHash = training.ContentHash,
        };
    }

    // The median over stretches, so that one split or one crash does not decide; less the part that the model's jumps bring by themselves.
    private static double GapShareOf(double[] returns, double[] gaps)
    {
        var length = Math.Min(GapWindow, returns.Length);
        var shares = new List<double>();
        for (var start = 0; start + length <= returns.Length; start += length)
        {
            double gap = 0, body = 0;
            for (var i = start; i < start + length; i++) (gap, body) = (gap + (gaps[i] * gaps[i]), body + ((returns[i] - gaps[i]) * (returns[i] - gaps[i])));
            if (gap + body > 0) shares.Add(gap / (gap + body));
        }

        return Math.Clamp((Quantile.Median([.. shares]) * (1 + MarketRegime.JumpShare)) - MarketRegime.JumpShare, 0, 0.9);
    }

    private static (double[] Returns, double[] Gaps) LogReturns(BarSeries bars)
    {
        var returns = new double[bars.Count - 1];
        var gaps = new double[bars.Count - 1];
        for (var i = 1; i < bars.Count; i++)
        {
            returns[i - 1] = Math.Log(bars.Close[i] / bars.Close[i - 1]);
            gaps[i - 1] = Math.Log(bars.Open[i] / bars.Close[i - 1]);
        }

        return (returns, gaps);
    }
}
