using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>What an account with several markets did.</summary>
public sealed record PortfolioResult
{
    /// <summary>Names of the markets, in the order in which they were given.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    /// <summary>Opening times of the steps, UTC.</summary>
    public required IReadOnlyList<DateTime> Times { get; init; }

    /// <summary>When at least one of the markets trades.</summary>
    public required TradingCalendar Calendar { get; init; }

    /// <summary>Equity at each close, in money.</summary>
    public required IReadOnlyList<double> Equity { get; init; }

    /// <summary>Fills in order.</summary>
    public required IReadOnlyList<MarketFill> Fills { get; init; }

    /// <summary>What else happened to orders.</summary>
    public required IReadOnlyList<OrderEvent> Events { get; init; }

    /// <summary>Round trips by market; an open one is marked at the last close.</summary>
    public required IReadOnlyList<IReadOnlyList<Trade>> Trades { get; init; }

    /// <summary>Equity before the first step.</summary>
    public required double StartingCash { get; init; }

    /// <summary>Cash at the end, exact.</summary>
    public required decimal FinalCash { get; init; }

    /// <summary>All fees in money, exact.</summary>
    public required decimal Fees { get; init; }

    /// <summary>Signed quantity of each market at the end.</summary>
    public required IReadOnlyList<double> FinalPositions { get; init; }

    /// <summary>Signed value of each market's position at each close, in money.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Values { get; init; }

    /// <summary>Sum of |quantity| × price over all fills, in money.</summary>
    public required double TradedValue { get; init; }

    /// <summary>Equity at the last close.</summary>
    public double FinalEquity => Equity[^1];

    internal static PortfolioResult Of(IReadOnlyList<string> names, TradingCalendar calendar, Exchange exchange, double startingCash, IReadOnlyList<DateTime> times, IReadOnlyList<double> equity, IReadOnlyList<IReadOnlyList<double>> values) => new()
    {
        Calendar = calendar,
        Markets = names,
        Times = times,
        Equity = equity,
        Fills = exchange.Execution.Fills,
        Events = exchange.Events,
        Trades = [.. exchange.Markets.Select(market => market.Book.At(market.LastClose))],
        StartingCash = startingCash,
        FinalCash = exchange.Execution.Ledger.Cash,
        Fees = exchange.Execution.Ledger.Fees,
        FinalPositions = [.. exchange.Markets.Select(market => market.Position)],
        TradedValue = exchange.Execution.TradedValue,
        Values = values,
    };
}
