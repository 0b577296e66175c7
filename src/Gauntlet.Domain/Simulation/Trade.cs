namespace Gauntlet.Domain.Simulation;

/// <summary>A round trip from flat to flat; a reversal ends one and begins the next.</summary>
/// <param name="EntryTime">Time of the first fill, UTC.</param>
/// <param name="EntryPrice">Mean price of the fills that built the position.</param>
/// <param name="ExitTime">Time of the last fill, UTC; null while open.</param>
/// <param name="ExitPrice">Mean price of the fills that reduced it; NaN when there was none.</param>
/// <param name="Quantity">Largest position, signed.</param>
/// <param name="Fees">All fees so far, in money.</param>
/// <param name="ProfitAndLoss">Money made, after fees; an open trade is marked at the last close.</param>
/// <param name="Exit">What ended it; meaningless while open.</param>
public readonly record struct Trade(
    DateTime EntryTime, double EntryPrice, DateTime? ExitTime, double ExitPrice, double Quantity, double Fees, double ProfitAndLoss, FillReason Exit = FillReason.Signal)
{
    /// <summary>Whether the position is still open.</summary>
    public bool IsOpen => ExitTime is null;
}
