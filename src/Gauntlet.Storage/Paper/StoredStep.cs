using Gauntlet.Contracts.Paper;

namespace Gauntlet.Storage.Paper;

/// <summary>All rows that a step of paper trading stores.</summary>
public sealed record StoredStep
{
    /// <summary>Index of the bar in the session, from 0.</summary>
    public required int Bar { get; init; }

    /// <summary>Equity at its close, in money.</summary>
    public required double Equity { get; init; }

    /// <summary>Equity of buy-and-hold at its close, in money.</summary>
    public required double BenchmarkEquity { get; init; }

    /// <summary>What the step answers.</summary>
    public required PaperStepReceipt Receipt { get; init; }

    /// <summary>A stop closed the position at its open.</summary>
    public bool Flattened { get; init; }

    /// <summary>The order that filled at its open; null for none.</summary>
    public StoredFill? Fill { get; init; }

    /// <summary>The day that it ends, in JSON; null when it ends none.</summary>
    public string? DayRecord { get; init; }
}

/// <summary>An order of paper trading, its execution, and what is held afterwards.</summary>
/// <param name="At">When it filled, UTC.</param>
/// <param name="Quantity">Signed quantity.</param>
/// <param name="Price">Price with spread and slippage.</param>
/// <param name="Fee">Fee in money.</param>
/// <param name="Position">Signed quantity held afterwards.</param>
/// <param name="Cash">Cash afterwards, in money.</param>
public sealed record StoredFill(DateTime At, double Quantity, double Price, double Fee, double Position, double Cash);
