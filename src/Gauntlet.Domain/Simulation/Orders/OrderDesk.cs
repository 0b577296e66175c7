namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>What a strategy that sends its own orders can see and do at a close.</summary>
public sealed class OrderDesk
{
    private readonly Exchange _exchange;

    internal OrderDesk(Exchange exchange) => _exchange = exchange;

    /// <summary>Money, including the proceeds of short sales.</summary>
    public double Cash => (double)_exchange.Execution.Ledger.Cash;

    /// <summary>Cash and all positions at the last closes.</summary>
    public double Equity => _exchange.Equity;

    /// <summary>Whether the account is without equity, so that every order is refused.</summary>
    public bool IsBust => _exchange.IsBust;

    /// <summary>Signed quantity held of a market.</summary>
    public double Position(int market) => _exchange.Markets[market].Position;

    /// <summary>Ids of the orders at work, protective ones among them, in the order in which they were sent.</summary>
    public IReadOnlyList<long> Working => [.. _exchange.Working.Select(order => order.Id)];

    /// <summary>Sends an order.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="Input.InvalidInputException">An order that says nothing: no such market, a quantity of 0, a missing price.</exception>
    public long Send(in Order order) => _exchange.Submit(order);

    /// <summary>Withdraws an order; one that is no longer at work is left alone.</summary>
    public void Cancel(long order) => _exchange.Cancel(order);

    /// <summary>Withdraws all orders.</summary>
    public void CancelAll() => _exchange.CancelAll();
}
