namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Cash and fees in decimal money: what is added up here is exact, however many fills there are.</summary>
internal sealed class Ledger(double startingCash)
{
    /// <summary>Money, including the proceeds of short sales.</summary>
    public decimal Cash { get; private set; } = (decimal)startingCash;

    /// <summary>Sum of all fees.</summary>
    public decimal Fees { get; private set; }

    /// <summary>Books a fill.</summary>
    public void Fill(double quantity, double price, double fee)
    {
        Cash -= ((decimal)quantity * (decimal)price) + (decimal)fee;
        Fees += (decimal)fee;
    }

    /// <summary>Books a cash flow that is no fill: financing, dividends.</summary>
    public void Flow(double amount) => Cash += (decimal)amount;

    /// <summary>Drops what rounding left of an account that has spent everything.</summary>
    /// <param name="spent">Value of the fill that spent it.</param>
    public void DropResidue(double spent)
    {
        if (Math.Abs(Cash) <= 1e-9m * (decimal)spent) Cash = 0;
    }
}
