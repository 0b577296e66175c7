using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Domain.Statistics;

/// <summary>What a simulated account earned and risked, each figure by a named convention.</summary>
/// <remarks>
/// Conventions: simple returns a bar; risk-free rate 0; standard deviation with divisor n − 1; Sharpe ratio from the arithmetic mean
/// times √(periods a year); annual return geometric; periods a year from the market's calendar; drawdown a positive fraction of the
/// highest equity so far, the starting cash included; win rate and profit factor over closed round trips after fees.
/// A figure that does not exist (no trade, no variance, no loss) is NaN, never 0 or infinity.
/// </remarks>
public sealed record ReturnMetrics
{
    /// <summary>Bars measured.</summary>
    public required int Periods { get; init; }

    /// <summary>Bars a year that annual figures assume.</summary>
    public required double PeriodsPerYear { get; init; }

    /// <summary>Final equity over starting cash − 1.</summary>
    public required double TotalReturnFraction { get; init; }

    /// <summary>(1 + total)^(periods a year / periods) − 1; −1 after a total loss.</summary>
    public required double AnnualReturnFraction { get; init; }

    /// <summary>Standard deviation of returns × √(periods a year).</summary>
    public required double AnnualVolatilityFraction { get; init; }

    /// <summary>Mean over standard deviation, a bar, not annualised; NaN where returns do not vary.</summary>
    public required double SharpePerPeriod { get; init; }

    /// <summary>Sharpe ratio a bar × √(periods a year).</summary>
    public double Sharpe => SharpePerPeriod * Math.Sqrt(PeriodsPerYear);

    /// <summary>Largest fall from the highest equity so far, as a positive fraction of it.</summary>
    public required double MaxDrawdownFraction { get; init; }

    /// <summary>Closed round trips.</summary>
    public required int Trades { get; init; }

    /// <summary>Share of closed round trips with a profit; NaN without any.</summary>
    public required double WinRateFraction { get; init; }

    /// <summary>Profit of the winners over loss of the losers; NaN without a loss.</summary>
    public required double ProfitFactor { get; init; }

    /// <summary>Share of bars at whose close a position was held.</summary>
    public required double ExposureFraction { get; init; }

    /// <summary>Traded value over equity, a year.</summary>
    public required double TurnoverPerYear { get; init; }

    /// <summary>Fees as a fraction of the starting cash.</summary>
    public required double FeesFraction { get; init; }

    /// <summary>Moments of the returns a bar, for inference.</summary>
    public required Moments Moments { get; init; }

    /// <summary>The figures of a simulation.</summary>
    public static ReturnMetrics Of(SimulationResult result) =>
        Of(result.StartingCash, result.Equity, result.Window.Calendar.PeriodsPerYear, result.Trades) with
        {
            ExposureFraction = (double)result.BarsInMarket / result.Equity.Length,
            TurnoverPerYear = result.Turnover * result.Window.Calendar.PeriodsPerYear / result.Equity.Length,
            FeesFraction = result.Fees / result.StartingCash,
        };

    /// <summary>The figures of an account with several markets; a round trip is one of a single market.</summary>
    public static ReturnMetrics Of(PortfolioResult result)
    {
        double[] equity = [.. result.Equity];
        var turnover = result.Fills.Where(fill => equity[fill.Step] > 0).Sum(fill => Math.Abs(fill.Fill.Quantity) * fill.Fill.Price / equity[fill.Step]);
        return Of(result.StartingCash, equity, result.Calendar.PeriodsPerYear, [.. result.Trades.SelectMany(trades => trades)]) with
        {
            ExposureFraction = (double)StepsInMarket(result) / equity.Length,
            TurnoverPerYear = turnover * result.Calendar.PeriodsPerYear / equity.Length,
            FeesFraction = (double)result.Fees / result.StartingCash,
        };
    }

    private static ReturnMetrics Of(double startingCash, ReadOnlySpan<double> equity, double perYear, IReadOnlyList<Trade> trades)
    {
        var moments = Moments.Of(SimulationResult.ReturnsOf(startingCash, equity));
        var total = (equity[^1] / startingCash) - 1;
        double[] closed = [.. trades.Where(trade => !trade.IsOpen).Select(trade => trade.ProfitAndLoss)];
        return new()
        {
            Periods = moments.Count,
            PeriodsPerYear = perYear,
            TotalReturnFraction = total,
            AnnualReturnFraction = Performance.AnnualReturn.Of(total, moments.Count, perYear),
            AnnualVolatilityFraction = moments.StandardDeviation * Math.Sqrt(perYear),
            SharpePerPeriod = moments.Sharpe,
            MaxDrawdownFraction = Drawdown.Maximum(startingCash, equity),
            Trades = closed.Length,
            WinRateFraction = WinRate.Of(closed),
            ProfitFactor = Performance.ProfitFactor.Of(closed),
            ExposureFraction = 0,
            TurnoverPerYear = 0,
            FeesFraction = 0,
            Moments = moments,
        };
    }

    // Steps at whose close anything was held, by what begins and ends at each; quantities would not do, since splits restate them.
    private static int StepsInMarket(PortfolioResult result)
    {
        var times = result.Times.ToArray();
        var changes = new int[times.Length];
        foreach (var trade in result.Trades.SelectMany(trades => trades))
        {
            changes[Array.BinarySearch(times, trade.EntryTime)]++;
            if (trade.ExitTime is { } exit) changes[Array.BinarySearch(times, exit)]--;
        }

        int held = 0, steps = 0;
        foreach (var change in changes)
        {
            held += change;
            if (held > 0) steps++;
        }

        return steps;
    }
}
