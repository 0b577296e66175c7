using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Statistics.Performance;

/// <summary>What closed round trips say together. Profits are in money, after fees; open trades do not count.</summary>
/// <remarks>A figure that does not exist is NaN, never 0 or infinity.</remarks>
public sealed record TradeStatistics
{
    /// <summary>Closed round trips.</summary>
    public required int Count { get; init; }

    /// <summary>Share with a profit.</summary>
    public required double WinRateFraction { get; init; }

    /// <summary>Gains over losses.</summary>
    public required double ProfitFactor { get; init; }

    /// <summary>Mean gain over mean loss.</summary>
    public required double PayoffRatio { get; init; }

    /// <summary>Mean profit of a trade, in money.</summary>
    public required double Expectancy { get; init; }

    /// <summary>Mean profit of the winners, in money.</summary>
    public required double AverageWin { get; init; }

    /// <summary>Mean loss of the losers, in money, positive.</summary>
    public required double AverageLoss { get; init; }

    /// <summary>Largest profit, in money.</summary>
    public required double Best { get; init; }

    /// <summary>Largest loss, in money, negative; the smallest profit where none lost.</summary>
    public required double Worst { get; init; }

    /// <summary>System quality number.</summary>
    public required double SystemQualityNumber { get; init; }

    /// <summary>Kelly's fraction.</summary>
    public required double KellyFraction { get; init; }

    /// <summary>Longest runs of winners and of losers.</summary>
    public required Streaks Streaks { get; init; }

    /// <summary>Mean time from entry to exit; zero without a trade.</summary>
    public required TimeSpan AverageDuration { get; init; }

    /// <summary>Share of trades that were long; NaN without one.</summary>
    public required double LongFraction { get; init; }

    /// <summary>The statistics of trades.</summary>
    public static TradeStatistics Of(IReadOnlyList<Trade> trades)
    {
        var closed = trades.Where(trade => !trade.IsOpen).ToList();
        double[] profits = [.. closed.Select(trade => trade.ProfitAndLoss)];
        return new()
        {
            Count = profits.Length,
            WinRateFraction = WinRate.Of(profits),
            ProfitFactor = Performance.ProfitFactor.Of(profits),
            PayoffRatio = Performance.PayoffRatio.Of(profits),
            Expectancy = Mean(profits),
            AverageWin = Mean([.. profits.Where(profit => profit > 0)]),
            AverageLoss = -Mean([.. profits.Where(profit => profit < 0)]),
            Best = profits.Length == 0 ? double.NaN : profits.Max(),
            Worst = profits.Length == 0 ? double.NaN : profits.Min(),
            SystemQualityNumber = Performance.SystemQualityNumber.Of(profits),
            KellyFraction = Performance.KellyFraction.Of(profits),
            Streaks = Streaks.Of(profits),
            AverageDuration = closed.Count == 0 ? TimeSpan.Zero : new((long)closed.Average(trade => (double)(trade.ExitTime!.Value - trade.EntryTime).Ticks)),
            LongFraction = closed.Count == 0 ? double.NaN : (double)closed.Count(trade => trade.Quantity > 0) / closed.Count,
        };
    }

    private static double Mean(double[] values) => Moments.Of(values).Mean;
}
