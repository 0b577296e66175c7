using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation;

/// <summary>What a simulated account did over a window.</summary>
public sealed record SimulationResult
{
    private readonly double[] _equity = [];

    /// <summary>The bars that were traded and measured, without warm-up.</summary>
    public required BarSeries Window { get; init; }

    /// <summary>Equity before the first bar.</summary>
    public required double StartingCash { get; init; }

    /// <summary>Equity at each close of the window, in money, after the fees paid so far.</summary>
    public ReadOnlySpan<double> Equity => _equity;

    /// <summary>Round trips in order; the last may be open, marked at the last close.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>Number of fills.</summary>
    public required int FillCount { get; init; }

    /// <summary>All fees, in money.</summary>
    public required double Fees { get; init; }

    /// <summary>Sum of |quantity| × price over all fills, in money.</summary>
    public required double TradedValue { get; init; }

    /// <summary>Sum over fills of traded value over equity: how many times the account was turned over.</summary>
    public required double Turnover { get; init; }

    /// <summary>Bars at whose close a position was held.</summary>
    public required int BarsInMarket { get; init; }

    /// <summary>Cash at the end, including the proceeds of open shorts.</summary>
    public required double FinalCash { get; init; }

    /// <summary>Signed quantity held at the end.</summary>
    public required double FinalPosition { get; init; }

    /// <summary>Equity at the last close.</summary>
    public double FinalEquity => _equity[^1];

    /// <summary>Simple returns of equity, one a bar; the first is against the starting cash. 0 where the equity before was not positive.</summary>
    public double[] Returns() => ReturnsOf(StartingCash, _equity);

    /// <summary>Simple returns of an equity curve against the value before, the first against the start. 0 where the equity before was not positive.</summary>
    internal static double[] ReturnsOf(double start, ReadOnlySpan<double> equity)
    {
        var returns = new double[equity.Length];
        var before = start;
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = before > 0 ? (equity[i] / before) - 1 : 0;
            before = equity[i];
        }

        return returns;
    }

    internal static SimulationResult Of(BarSeries window, ExecutionRules rules, Account account, double[] equity, int barsInMarket) => new(equity)
    {
        Window = window,
        StartingCash = rules.StartingCash,
        Trades = account.Trades,
        FillCount = account.FillCount,
        Fees = account.Fees,
        TradedValue = account.TradedValue,
        Turnover = account.Turnover,
        BarsInMarket = barsInMarket,
        FinalCash = account.Cash,
        FinalPosition = account.Position,
    };

    internal SimulationResult(double[] equity) => _equity = equity;
}
