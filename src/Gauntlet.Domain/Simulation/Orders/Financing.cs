namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>What holding costs from one bar to the next, in money; positive is paid.</summary>
internal static class Financing
{
    private const double DaysPerYear = 365;

    /// <summary>Borrow fee of a short and funding of either side, on the value at the last close.</summary>
    /// <param name="value">Position × last close, signed.</param>
    /// <param name="from">Time of the bar before, UTC.</param>
    /// <param name="to">Time of this bar.</param>
    /// <param name="rules">The rates.</param>
    public static double OfPosition(double value, DateTime from, DateTime to, ExecutionRules rules) =>
        (value < 0 ? -value * rules.BorrowFractionPerYear / DaysPerYear * Nights(from, to) : 0)
        + (value * rules.FundingFractionPerDay * (to - from).TotalDays);

    /// <summary>Interest on borrowed cash.</summary>
    public static double OfCash(double cash, DateTime from, DateTime to, ExecutionRules rules) =>
        cash < 0 ? -cash * rules.MarginInterestFractionPerYear / DaysPerYear * Nights(from, to) : 0;

    private static int Nights(DateTime from, DateTime to) => (to.Date - from.Date).Days;
}
