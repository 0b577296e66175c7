using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>A paper session's figures beyond its days, from the re-simulation of its bars.</summary>
/// <param name="Sample">Returns of its bars.</param>
/// <param name="Trades">Closed round trips.</param>
/// <param name="WinningTrades">Those with a profit.</param>
public sealed record PaperFigures(SharpeSample Sample, int Trades, int WinningTrades)
{
    /// <param name="startingCash">Equity before the first bar; positive.</param>
    /// <param name="equity">Equity at each close; at least two.</param>
    /// <param name="trades">Round trips, an open one among them or not.</param>
    /// <param name="periodsPerYear">Bars a year.</param>
    public static PaperFigures Of(double startingCash, ReadOnlySpan<double> equity, IEnumerable<Trade> trades, double periodsPerYear)
    {
        var returns = new double[equity.Length];
        for (var i = 0; i < returns.Length; i++)
        {
            var before = i == 0 ? startingCash : equity[i - 1];
            returns[i] = before > 0 ? (equity[i] / before) - 1 : 0;
        }

        var closed = trades.Where(trade => !trade.IsOpen).ToList();
        return new(SharpeSample.Of(returns, periodsPerYear), closed.Count, closed.Count(trade => trade.ProfitAndLoss > 0));
    }
}
