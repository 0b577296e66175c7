using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Stress;

/// <summary>What scenarios take from a market's training window; nothing of the hold-out enters.</summary>
public sealed record MarketCalibration
{
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

    /// <summary>Share of variance between a close and the next open, in [0, 0.9].</summary>
    public required double GapShare { get; init; }

    /// <summary>Trends of the market.</summary>
    public required TrendEstimate Trend { get; init; }

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
            GapShare = Math.Clamp(Moments.Of(gaps).Variance / moments.Variance, 0, 0.9),
            Trend = TrendEstimate.Of(returns),
            DataHash = training.ContentHash,
        };
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
